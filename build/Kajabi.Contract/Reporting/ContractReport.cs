namespace Kajabi.Contract.Reporting;

/// <summary>The result of a command.</summary>
/// <param name="Base">The file that is checked or compared.</param>
/// <param name="Revision">The file that it is compared with; null if a single file is checked.</param>
/// <param name="Findings">The findings. Duplicates are removed.</param>
/// <param name="Defects">Problems outside the scope of the check, which do not affect the exit code.</param>
internal sealed record ContractReport(
    string Base,
    string? Revision,
    IReadOnlyList<ContractFinding> Findings,
    IReadOnlyList<ContractFinding> Defects
)
{
    public IReadOnlyList<ContractFinding> Findings { get; init; } = Sorted(Findings);

    public IReadOnlyList<ContractFinding> Defects { get; init; } = Sorted(Defects);

    /// <summary>Gets the accepted findings.</summary>
    public IReadOnlyList<ContractFinding> Accepted { get; init; } = [];

    /// <summary>Gets the conclusion, for commands that have one.</summary>
    public ReportConclusion? Conclusion { get; init; }

    private static List<ContractFinding> Sorted(IEnumerable<ContractFinding> findings) =>
        [
            .. findings
                .DistinctBy(static finding => finding.Fingerprint)
                .OrderBy(static finding => finding.Severity)
                .ThenBy(static finding => finding.Operation, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Location, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Id, StringComparer.Ordinal)
                .ThenBy(static finding => finding.Fingerprint, StringComparer.Ordinal),
        ];
}
