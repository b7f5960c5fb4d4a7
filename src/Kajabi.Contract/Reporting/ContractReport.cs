using OpenApi.Documents.Findings;
using OpenApi.Drift;

namespace Kajabi.Contract.Reporting;

/// <summary>The result of a command.</summary>
/// <param name="Base">The file that is checked or compared.</param>
/// <param name="Revision">The file that it is compared with; null if a single file is checked.</param>
/// <param name="Findings">The findings. Duplicates are removed.</param>
/// <param name="Defects">Problems outside the scope of the check, which do not affect the exit code.</param>
internal sealed record ContractReport(string Base, string? Revision, IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Defects)
{
    /// <param name="drift">The result of a comparison.</param>
    public ContractReport(DriftReport drift)
        : this(drift.Base, drift.Revision, drift.Findings, drift.Defects) { }

    public IReadOnlyList<Finding> Findings { get; init; } = FindingOrder.Sort(Findings);

    public IReadOnlyList<Finding> Defects { get; init; } = FindingOrder.Sort(Defects);

    /// <summary>Gets the accepted findings.</summary>
    public IReadOnlyList<Finding> Accepted { get; init; } = [];

    /// <summary>Gets the number of findings that the configuration excludes.</summary>
    public int ExcludedCount { get; init; }

    /// <summary>Gets the conclusion, for commands that have one.</summary>
    public ReportConclusion? Conclusion { get; init; }

    /// <summary>Gets the effect on code that uses the SDK; null if it was not requested.</summary>
    public CodeImpact? CodeImpact { get; init; }
}
