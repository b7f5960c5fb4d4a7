using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>The effect of API changes on code that uses the SDK.</summary>
/// <param name="Findings">The changed members of the SDK.</param>
/// <param name="Conclusion">The required version bump; null if it could not be determined.</param>
/// <param name="Problem">Why the effect could not be determined; null if it was.</param>
internal sealed record CodeImpact(IReadOnlyList<Finding> Findings, ReportConclusion? Conclusion, string? Problem)
{
    public IReadOnlyList<Finding> Findings { get; init; } = FindingOrder.Sort(Findings);
}
