using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Writes JSON for programs, as documented in <c>docs/contract-tool.md</c>.</summary>
internal static class JsonFormat
{
    public static string Write(ContractReport report)
    {
        // Findings have a position only if a single file is checked, not if two files are compared.
        bool hasPositions = report.Revision is null;
        JObject document = new()
        {
            ["base"] = report.Base,
            ["revision"] = report.Revision,
            ["findings"] = new JArray(report.Findings.Select(finding => Finding(finding, hasPositions))),
            ["defects"] = new JArray(report.Defects.Select(static defect => Finding(defect, hasPosition: true))),
        };
        document.Merge(report.Conclusion?.Members ?? []);
        return ConsoleText.Lines(document.ToString(Formatting.Indented).ReplaceLineEndings("\n")) + "\n";
    }

    private static JObject Finding(Finding finding, bool hasPosition)
    {
        JObject written = new()
        {
            ["id"] = finding.Rule.Id,
            ["severity"] = FindingFormatter.Format(finding.Severity),
            ["operation"] = finding.Location.Operation,
            ["direction"] = DirectionFormatter.Format(finding.Location.Direction),
            ["location"] = finding.Location.Path,
            ["before"] = finding.Before,
            ["after"] = finding.After,
            ["message"] = finding.Message,
            ["fingerprint"] = finding.Fingerprint,
        };
        if (finding.Count is { } count)
        {
            written["count"] = count;
        }

        if (hasPosition && finding.Location.Position is { } position)
        {
            written["file"] = position.File;
            written["line"] = position.Line;
            written["column"] = position.Column;
        }

        return written;
    }
}
