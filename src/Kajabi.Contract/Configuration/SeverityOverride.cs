using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Configuration;

/// <summary>A severity that replaces the default of a rule.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Severity">The severity; null if the findings are not reported.</param>
/// <param name="Direction">The only direction to which it applies; null for all.</param>
/// <param name="Paths">The operations to which it applies; empty for all.</param>
internal sealed record SeverityOverride(string Rule, Severity? Severity, Direction? Direction, IReadOnlyList<OperationPattern> Paths)
{
    public bool AppliesTo(Finding finding) =>
        finding.Rule.Id == Rule
        && (Direction is null || finding.Location.Direction == Direction)
        && (Paths.Count == 0 || Paths.Any(path => path.Matches(finding.Location.Operation)));
}
