using System.Text;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting.Html;

/// <summary>Writes findings as sections by operation and severity.</summary>
internal static class FindingSections
{
    /// <param name="page">The page.</param>
    /// <param name="findings">The findings in their order, the most severe first.</param>
    public static void Append(StringBuilder page, IReadOnlyList<Finding> findings)
    {
        foreach (IGrouping<string, Finding> section in findings.GroupBy(GetSubject))
        {
            page.Append($"<section>\n<h2>{FormatSubject(section.Key)}</h2>\n");
            foreach (IGrouping<Severity, Finding> group in section.GroupBy(static finding => finding.Severity))
            {
                string severity = FindingFormatter.Format(group.Key);
                page.Append($"<div class=\"group {severity}\" data-severity=\"{severity}\">\n<h3>{group.Count()} {severity}</h3>\n");
                foreach (Finding finding in group)
                {
                    AppendFinding(page, finding);
                }

                page.Append("</div>\n");
            }

            page.Append("</section>\n");
        }
    }

    private static void AppendFinding(StringBuilder page, Finding finding)
    {
        string occurrences = finding.Count is > 1 and var count ? $" (seen {count} times)" : string.Empty;
        string direction =
            finding.Location.Direction == Direction.None ? string.Empty : DirectionFormatter.Format(finding.Location.Direction) + " ";
        page.Append($"<article>\n<p>{HtmlText.WithCode(finding.Message)}{occurrences}</p>\n")
            .Append($"<p class=\"location\">{direction}{HtmlText.Code(finding.Location.Path)}");
        if (finding.Location.Position is { } position)
        {
            page.Append($" <span>{HtmlText.Line(position.ToString())}</span>");
        }

        page.Append("</p>\n");
        AppendValues(page, finding);
        page.Append($"<details><summary>{HtmlText.Code(finding.Rule.Id)}</summary>\n<p>{HtmlText.Line(finding.Rule.Title)}</p>\n")
            .Append($"<p>{HtmlText.Line(RuleFormatter.FormatReason(finding.Rule))}</p>\n")
            .Append($"<p>{HtmlText.WithCode(RuleFormatter.FormatRemedy(finding.Rule))}</p>\n")
            .Append($"<p>Fingerprint: <code>{finding.Fingerprint}</code></p>\n</details>\n</article>\n");
    }

    private static void AppendValues(StringBuilder page, Finding finding)
    {
        if (finding.Before is not null || finding.After is not null)
        {
            page.Append("<dl>\n");
            AppendValue(page, "Before", finding.Before);
            AppendValue(page, "After", finding.After);
            page.Append("</dl>\n");
        }
    }

    private static void AppendValue(StringBuilder page, string title, string? value) =>
        page.Append($"<div><dt>{title}</dt><dd>{(value is null ? "<em>nothing</em>" : HtmlText.Code(value))}</dd></div>\n");

    // Members of the SDK belong to no operation; they are grouped by their type.
    private static string GetSubject(Finding finding) =>
        finding.Location.Operation.Length > 0 ? finding.Location.Operation
        : finding.Rule.Category == RuleCategory.Api ? finding.Location.Path.Split('.')[0]
        : string.Empty;

    private static string FormatSubject(string subject) =>
        subject.Length == 0 ? "Outside of operations"
        : subject.IndexOf(" /", StringComparison.Ordinal) is > 0 and var end
            ? $"<span class=\"method\">{HtmlText.Line(subject[..end])}</span> {HtmlText.Code(subject[(end + 1)..])}"
        : HtmlText.Code(subject);
}
