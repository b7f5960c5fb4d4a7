namespace Kajabi.Contract.Reporting;

/// <summary>The words that the formats share.</summary>
internal static class Words
{
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Breaking => "breaking",
            Severity.Warning => "warning",
            _ => "info",
        };

    /// <summary>What a finding is about, on one line.</summary>
    public static string Subject(ContractFinding finding) =>
        string.Join(
            ' ',
            new[] { finding.Operation, finding.Direction == Direction.None ? string.Empty : finding.Direction, finding.Location }.Where(
                static part => part.Length > 0
            )
        );

    /// <summary>How many there are of each severity, and of what is no finding.</summary>
    public static string Totals(ContractReport report)
    {
        IEnumerable<string> counts = report
            .Findings.GroupBy(static finding => finding.Severity)
            .Select(static group => $"{group.Count()} {Of(group.Key)}");
        string findings =
            report.Findings.Count == 0 ? "No finding." : $"{Counted(report.Findings.Count, "finding")}: {string.Join(", ", counts)}.";
        string accepted = report.Accepted.Count == 0 ? string.Empty : $" {report.Accepted.Count} accepted.";
        string defects = report.Defects.Count == 0 ? string.Empty : $" {Counted(report.Defects.Count, "defect")} beside.";
        return findings + accepted + defects;
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
