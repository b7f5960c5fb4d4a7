using System.Text;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Writes Markdown for an issue or a pull request.</summary>
internal static class MarkdownFormat
{
    public static string Write(ContractReport report)
    {
        StringBuilder text = new();
        text.Append(report.Revision is null ? $"## {Code(report.Base)}\n\n" : $"## {Code(report.Base)} and {Code(report.Revision)}\n\n");
        if (report.Conclusion is { } conclusion)
        {
            text.Append(ConsoleText.Lines(conclusion.Summary)).Append("\n\n");
        }

        if (report.Conclusion?.Markdown is { } markdown)
        {
            text.Append(ConsoleText.Lines(markdown)).Append('\n');
        }
        else
        {
            Table(text, report.Findings);
        }

        text.Append(FindingFormatter.Totals(report)).Append('\n');
        if (report.Defects.Count > 0)
        {
            text.Append("\n### Defects\n\n");
            Table(text, report.Defects);
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        text.Append(
            "| Severity | Rule | Location | Finding | Before | After | Fingerprint |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        );
        foreach (Finding finding in findings)
        {
            string occurrences = finding.Count is { } count ? $" (seen {count} times)" : string.Empty;
            text.Append(
                $"| {FindingFormatter.Format(finding.Severity)} | {Cell(finding.Rule.Id)} | {Code(FindingFormatter.Subject(finding))} "
                    + $"| {Cell(finding.Message)}{occurrences} | {Code(finding.Before)} | {Code(finding.After)} "
                    + $"| `{finding.Fingerprint}` |\n"
            );
        }

        text.Append('\n');
    }

    private static string Code(string? text) => string.IsNullOrEmpty(text) ? string.Empty : $"`{Cell(text).Replace('`', '\'')}`";

    private static string Cell(string text) => ConsoleText.Line(text).Replace("|", "\\|", StringComparison.Ordinal);
}
