using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Formats the parts of findings that several report formats share.</summary>
internal static class FindingFormatter
{
    public static string Format(Severity severity) =>
        severity switch
        {
            Severity.Breaking => "breaking",
            Severity.Warning => "warning",
            _ => "info",
        };

    /// <summary>Returns operation, direction and location of a finding on one line.</summary>
    public static string Subject(Finding finding) =>
        string.Join(
            ' ',
            new[]
            {
                finding.Location.Operation,
                finding.Location.Direction == Direction.None ? string.Empty : DirectionFormatter.Format(finding.Location.Direction),
                finding.Location.Path,
            }.Where(static part => part.Length > 0)
        );

    /// <summary>Returns the number of findings by severity, of accepted findings and of defects.</summary>
    public static string Totals(ContractReport report)
    {
        IEnumerable<string> counts = report
            .Findings.GroupBy(static finding => finding.Severity)
            .Select(static group => $"{group.Count()} {Format(group.Key)}");
        string findings =
            report.Findings.Count == 0 ? "No finding." : $"{Counted(report.Findings.Count, "finding")}: {string.Join(", ", counts)}.";
        string accepted = report.Accepted.Count == 0 ? string.Empty : $" {report.Accepted.Count} accepted.";
        string excluded = report.ExcludedCount == 0 ? string.Empty : $" {report.ExcludedCount} excluded.";
        string defects = report.Defects.Count == 0 ? string.Empty : $" {Counted(report.Defects.Count, "defect")}.";
        return findings + accepted + excluded + defects;
    }

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
