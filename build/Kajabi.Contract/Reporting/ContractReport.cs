namespace Kajabi.Contract.Reporting;

/// <summary>What a command found.</summary>
/// <param name="Base">The file that is held against another or checked by itself.</param>
/// <param name="Revision">What it is held against; null when it is checked by itself.</param>
/// <param name="Findings">What was found; what is equal is kept once.</param>
/// <param name="Defects">What is wrong in the files by themselves, which is never drift and never decides the exit code.</param>
internal sealed record ContractReport(
    string Base,
    string? Revision,
    IReadOnlyList<ContractFinding> Findings,
    IReadOnlyList<ContractFinding> Defects
)
{
    public IReadOnlyList<ContractFinding> Findings { get; init; } = Sorted(Findings);

    public IReadOnlyList<ContractFinding> Defects { get; init; } = Sorted(Defects);

    /// <summary>What was found and is accepted with a reason.</summary>
    public IReadOnlyList<ContractFinding> Accepted { get; init; } = [];

    /// <summary>What the findings come to, for commands that draw a conclusion from them.</summary>
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
