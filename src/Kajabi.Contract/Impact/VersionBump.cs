using System.Text;
using Kajabi.Composer.Rules;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Impact;

/// <summary>Determines the required version bump (see https://semver.org) and the changelog entries for the changes of the SDK.</summary>
internal static class VersionBump
{
    private static readonly (string Title, Rule[] Rules)[] s_sections =
    [
        ("Removed", [ApiRules.TypeRemoved, ApiRules.MemberRemoved, ComposerRules.HandwrittenCodeLeftOut]),
        ("Changed", [ApiRules.MemberChanged, ApiRules.MemberRequired, ApiRules.MemberWidened]),
        ("Deprecated", [ApiRules.MemberObsolete]),
        ("Added", [ApiRules.TypeAdded, ApiRules.MemberAdded]),
    ];

    public static ReportConclusion From(IReadOnlyList<Finding> findings)
    {
        (string level, string reason) = GetLevel(findings);
        string changelog = Changelog(findings);
        return new ReportConclusion(
            $"Version: {level}. {reason}",
            changelog,
            new JObject
            {
                ["verdict"] = level,
                ["reason"] = reason,
                ["changelog"] = changelog,
            }
        );
    }

    private static (string Level, string Reason) GetLevel(IReadOnlyList<Finding> findings)
    {
        List<Finding> breaking = [.. findings.Where(static finding => finding.Severity == Severity.Breaking)];
        if (breaking.Count > 0)
        {
            return ("major", $"Existing code may no longer compile: {Names(breaking)}.");
        }

        return findings.Count > 0
            ? ("minor", $"Existing code still compiles, and members were added or changed: {Names(findings)}.")
            : ("patch", "No public type or member differs.");
    }

    private static string Names(IReadOnlyList<Finding> findings)
    {
        const int Shown = 5;
        string names = string.Join(", ", findings.Take(Shown).Select(static finding => $"`{finding.Location.Path}`"));
        return findings.Count > Shown ? $"{names} and {findings.Count - Shown} more" : names;
    }

    private static string Changelog(IReadOnlyList<Finding> findings)
    {
        StringBuilder text = new();
        foreach ((string title, Rule[] rules) in s_sections)
        {
            List<Finding> ofSection = [.. findings.Where(finding => rules.Contains(finding.Rule))];
            if (ofSection.Count > 0)
            {
                text.Append($"### {title}\n\n");
                ofSection.ForEach(finding => text.Append($"- {Line(finding)}\n"));
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Line(Finding finding) =>
        (finding.Before, finding.After) switch
        {
            (null, { } after) => $"`{finding.Location.Path}`: `{after}`",
            ({ } before, null) => $"`{finding.Location.Path}`: `{before}`",
            _ => $"`{finding.Location.Path}`: `{finding.Before}` is now `{finding.After}`",
        };
}
