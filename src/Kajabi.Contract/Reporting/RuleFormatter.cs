using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Formats the description of a rule.</summary>
internal static class RuleFormatter
{
    /// <summary>Returns the id, title, severity by direction, reason and remedy of a rule.</summary>
    public static string Format(Rule rule) =>
        string.Join(
            '\n',
            $"{rule.Id}: {rule.Title}",
            $"  Severity: {FormatSeverity(rule)}",
            $"  Reason: {FormatReason(rule)}",
            $"  Remedy: {FormatRemedy(rule)}"
        );

    /// <summary>Returns what to do about a finding of a rule.</summary>
    public static string FormatRemedy(Rule rule) => rule.Effect is { } effect ? EffectText.Remedy(effect) : rule.Remedy;

    private static string FormatSeverity(Rule rule)
    {
        string direction = rule.Direction == Direction.None ? string.Empty : $" in a {DirectionFormatter.Format(rule.Direction)}";
        string severity = FindingFormatter.Format(rule.Severity) + direction;
        return rule.Severity == rule.CallbackSeverity
            ? severity
            : $"{severity}, {FindingFormatter.Format(rule.CallbackSeverity)} in callbacks and webhooks";
    }

    /// <summary>Returns why a rule has its severity.</summary>
    public static string FormatReason(Rule rule) =>
        rule.Reason is { } reason ? reason
        : rule.Effect is { } effect ? EffectText.Reason(effect)
        : rule.IsFatal ? "The file cannot be repaired, so nothing is checked."
        : rule.Category switch
        {
            RuleCategory.File => "The file cannot be used as it is.",
            RuleCategory.Build => "The severity for the build of the SDK and for code that uses it.",
            RuleCategory.Api => "The severity for code that uses the SDK.",
            RuleCategory.Payload => "The severity for programs that read the documents of the API.",
            RuleCategory.Unchecked => "The severity for the check, which could not compare everything.",
            _ => "The severity for programs that read the document, and for code that uses the SDK generated from it.",
        };
}
