using System.Text;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Writes text for the console.</summary>
internal static class TextFormat
{
    private const string Reset = "\e[0m";
    private const string Gray = "\e[90m";

    public static string Write(ContractReport report, bool isColored)
    {
        StringBuilder text = new();
        if (report.Conclusion is { } conclusion)
        {
            text.Append(ConsoleText.Lines(conclusion.Summary)).Append("\n\n");
        }

        foreach (Finding finding in report.Findings)
        {
            Append(text, finding, FindingFormatter.Format(finding.Severity), isColored);
        }

        foreach (Finding defect in report.Defects)
        {
            Append(text, defect, "defect", isColored);
        }

        // If nothing was checked, "No finding." would be misleading.
        bool isConclusionOnly = report is { Conclusion: not null, Findings.Count: 0, Defects.Count: 0, Accepted.Count: 0 };
        return isConclusionOnly
            ? text.ToString().TrimEnd('\n') + "\n"
            : text.Append(FindingFormatter.Totals(report)).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, Finding finding, string label, bool isColored)
    {
        string color = finding.Severity switch
        {
            Severity.Breaking => "\e[31m",
            Severity.Warning => "\e[33m",
            _ => "\e[36m",
        };
        string position = finding.Location.Position is { } start ? $"{ConsoleText.Line(start.ToString())}: " : string.Empty;
        text.Append(position)
            .Append(isColored ? $"{color}{label}{Reset}" : label)
            .Append(' ')
            .Append(ConsoleText.Line(finding.Rule.Id))
            .Append(": ")
            .Append(ConsoleText.Line(FindingFormatter.Subject(finding)))
            .Append('\n')
            .Append("  ")
            .Append(ConsoleText.Line(finding.Message))
            .Append('\n');
        string details = string.Join(", ", Details(finding));
        if (details.Length > 0)
        {
            text.Append("  ").Append(isColored ? $"{Gray}{details}{Reset}" : details).Append('\n');
        }
    }

    private static IEnumerable<string> Details(Finding finding)
    {
        if (finding.Before is not null || finding.After is not null)
        {
            yield return $"{ConsoleText.Line(finding.Before ?? "nothing")} -> {ConsoleText.Line(finding.After ?? "nothing")}";
        }

        if (finding.Count is { } count)
        {
            yield return $"seen {count} times";
        }

        yield return finding.Fingerprint;
    }
}
