using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Reporting;

/// <summary>For programs; documented in <c>openapi/README.md</c>.</summary>
internal static class JsonFormat
{
    public static string Write(ContractReport report)
    {
        // Only a file that is checked by itself has a place for each finding; of two, neither is the place.
        bool hasPlaces = report.Revision is null;
        JObject document = new()
        {
            ["base"] = report.Base,
            ["revision"] = report.Revision,
            ["findings"] = new JArray(report.Findings.Select(finding => Finding(finding, hasPlaces))),
            ["defects"] = new JArray(report.Defects.Select(static defect => Finding(defect, hasPlace: true))),
        };
        document.Merge(report.Conclusion?.Members ?? []);
        return ConsoleText.Lines(document.ToString(Formatting.Indented).ReplaceLineEndings("\n")) + "\n";
    }

    private static JObject Finding(ContractFinding finding, bool hasPlace)
    {
        JObject written = new()
        {
            ["id"] = finding.Id,
            ["severity"] = Words.Of(finding.Severity),
            ["operation"] = finding.Operation,
            ["direction"] = finding.Direction,
            ["location"] = finding.Location,
            ["before"] = finding.Before,
            ["after"] = finding.After,
            ["message"] = finding.Message,
            ["fingerprint"] = finding.Fingerprint,
        };
        if (finding.Count is { } count)
        {
            written["count"] = count;
        }

        if (hasPlace && finding.Position is { } position)
        {
            written["file"] = position.File;
            written["line"] = position.Line;
            written["column"] = position.Column;
        }

        return written;
    }
}
