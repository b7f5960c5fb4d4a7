namespace Kajabi.Contract.Rules;

/// <summary>A rule of a check.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">A sentence that describes the finding.</param>
/// <param name="Severities">The default severity by direction; a single entry without direction if they do not differ.</param>
/// <param name="Reason">Why the rule has this severity.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record RuleDescription(
    string Id,
    string Title,
    IReadOnlyList<(string Direction, string Severity)> Severities,
    string Reason,
    string Remedy
)
{
    public override string ToString() =>
        string.Join(
            '\n',
            $"{Id}: {Title}",
            $"  Severity: {string.Join(", ", Severities.Select(static entry => $"{entry.Severity} {entry.Direction}".TrimEnd()))}",
            $"  Reason: {Reason}",
            $"  Remedy: {Remedy}"
        );
}
