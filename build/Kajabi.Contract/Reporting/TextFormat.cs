using System.Text;

namespace Kajabi.Contract.Reporting;

/// <summary>For people.</summary>
internal static class TextFormat
{
    private const string Reset = "\e[0m";
    private const string Grey = "\e[90m";

    public static string Write(ContractReport report, bool isColoured)
    {
        StringBuilder text = new();
        if (report.Conclusion is { } conclusion)
        {
            text.Append(ConsoleText.Lines(conclusion.Summary)).Append("\n\n");
        }

        foreach (ContractFinding finding in report.Findings)
        {
            Append(text, finding, Words.Of(finding.Severity), isColoured);
        }

        foreach (ContractFinding defect in report.Defects)
        {
            Append(text, defect, "defect", isColoured);
        }

        // A conclusion about nothing says all there is to say; "no finding" could be read as more.
        bool saysAll = report is { Conclusion: not null, Findings.Count: 0, Defects.Count: 0, Accepted.Count: 0 };
        return saysAll ? text.ToString().TrimEnd('\n') + "\n" : text.Append(Words.Totals(report)).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, ContractFinding finding, string word, bool isColoured)
    {
        string colour = finding.Severity switch
        {
            Severity.Breaking => "\e[31m",
            Severity.Warning => "\e[33m",
            _ => "\e[36m",
        };
        string place = finding.Position is { } position ? $"{ConsoleText.Line(position.ToString())}: " : string.Empty;
        text.Append(place)
            .Append(isColoured ? $"{colour}{word}{Reset}" : word)
            .Append(' ')
            .Append(ConsoleText.Line(finding.Id))
            .Append(": ")
            .Append(ConsoleText.Line(Words.Subject(finding)))
            .Append('\n')
            .Append("  ")
            .Append(ConsoleText.Line(finding.Message))
            .Append('\n');
        string details = string.Join(", ", Details(finding));
        if (details.Length > 0)
        {
            text.Append("  ").Append(isColoured ? $"{Grey}{details}{Reset}" : details).Append('\n');
        }
    }

    private static IEnumerable<string> Details(ContractFinding finding)
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
