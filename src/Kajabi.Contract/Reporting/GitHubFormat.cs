using System.Text;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Writes annotations with file and line for GitHub Actions.</summary>
internal static class GitHubFormat
{
    public static string Write(ContractReport report)
    {
        StringBuilder text = new();
        foreach (Finding finding in report.Findings)
        {
            string command = finding.Severity switch
            {
                Severity.Breaking => "error",
                Severity.Warning => "warning",
                _ => "notice",
            };
            Append(text, command, finding, report);
        }

        foreach (Finding defect in report.Defects)
        {
            Append(text, "warning", defect, report);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string command, Finding finding, ContractReport report)
    {
        SourcePosition position = finding.Location.Position ?? new SourcePosition(report.Revision ?? report.Base, 1, 1);
        text.Append($"::{command} file={Property(Relative(position.File))},line={position.Line},col={position.Column},")
            .Append($"title={Property(finding.Rule.Id)}::")
            .Append(Data($"{FindingFormatter.Subject(finding)}: {finding.Message} ({finding.Fingerprint})"))
            .Append('\n');
    }

    // Annotations need paths relative to the root of the repository, which is the current directory.
    private static string Relative(string file) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(file)).Replace('\\', '/');

    private static string Data(string text) =>
        string.Join(
            "%0A",
            text.Replace("%", "%25", StringComparison.Ordinal)
                .Replace("\r", "%0D", StringComparison.Ordinal)
                .Split('\n')
                .Select(ConsoleText.Line)
        );

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
