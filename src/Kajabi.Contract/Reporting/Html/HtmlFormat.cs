using System.Security.Cryptography;
using System.Text;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting.Html;

/// <summary>Writes a page for people, which needs no other file and makes no request.</summary>
internal static class HtmlFormat
{
    private static readonly string s_style = HtmlText.ReadAsset("report.css");
    private static readonly string s_script = HtmlText.ReadAsset("report.js");

    public static string Write(ContractReport report)
    {
        string title = report.Revision is null ? report.Base : $"{report.Base} and {report.Revision}";
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append(
                "<meta http-equiv=\"Content-Security-Policy\" "
                    + $"content=\"default-src 'none'; style-src '{Hash(s_style)}'; script-src '{Hash(s_script)}'\">\n"
            )
            .Append($"<title>{HtmlText.Line(title)}</title>\n<style>{s_style}</style>\n</head>\n<body>\n");
        AppendHeader(page, report);
        page.Append("<main>\n");
        FindingSections.Append(page, report.Findings);
        AppendCodeImpact(page, report.CodeImpact);
        AppendList(page, "Defects", report.Defects);
        AppendList(page, "Accepted", report.Accepted);
        page.Append($"<p id=\"none\" hidden>No finding matches the filter.</p>\n</main>\n<script>{s_script}</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void AppendHeader(StringBuilder page, ContractReport report)
    {
        page.Append("<header>\n<h1>")
            .Append(
                report.Revision is null
                    ? HtmlText.Code(report.Base)
                    : $"{HtmlText.Code(report.Base)} <span>compared with</span> {HtmlText.Code(report.Revision)}"
            )
            .Append("</h1>\n");
        AppendConclusion(page, report.Conclusion);
        page.Append($"<p>{HtmlText.Line(FindingFormatter.Totals(report))}");
        page.Append(report.CodeImpact is null ? "</p>\n" : " <a href=\"#code\">Effect on C# code</a></p>\n");
        if (report.Findings.Count > 0 || report.CodeImpact is not null)
        {
            page.Append("<form role=\"search\">\n<label>Search <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n")
                .Append("<fieldset><legend>Severity</legend>\n");
            foreach (Severity severity in Enum.GetValues<Severity>())
            {
                string name = FindingFormatter.Format(severity);
                page.Append($"<label><input type=\"checkbox\" name=\"severity\" value=\"{name}\" checked> {name}</label>\n");
            }

            page.Append("</fieldset>\n<output></output>\n</form>\n");
        }

        page.Append("</header>\n");
    }

    private static void AppendCodeImpact(StringBuilder page, CodeImpact? impact)
    {
        if (impact is null)
        {
            return;
        }

        page.Append("<h2 class=\"part\" id=\"code\">Effect on C# code</h2>\n");
        AppendConclusion(page, impact.Conclusion);
        if (impact.Problem is { } problem)
        {
            page.Append($"<p>{HtmlText.WithCode(problem)}</p>\n");
        }

        FindingSections.Append(page, impact.Findings);
    }

    private static void AppendConclusion(StringBuilder page, ReportConclusion? conclusion)
    {
        if (conclusion is not null)
        {
            page.Append($"<p class=\"conclusion\">{HtmlText.WithCode(conclusion.Summary)}</p>\n");
        }
    }

    private static void AppendList(StringBuilder page, string title, IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            page.Append($"<details class=\"part\">\n<summary>{title} ({findings.Count})</summary>\n");
            FindingSections.Append(page, findings);
            page.Append("</details>\n");
        }
    }

    // The hash must be the one of the text between the tags, byte by byte.
    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
