using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Reporting;

/// <summary>Writes JUnit XML for test reporters. Each finding is a test case, which fails if it is at or above the level.</summary>
internal static class JUnitFormat
{
    public static string Write(ContractReport report, FailOn failOn)
    {
        List<XElement> cases = [.. report.Findings.Select(finding => Case(finding, failOn.Includes(finding)))];
        if (cases.Count == 0)
        {
            // Some reporters treat an empty suite as one that did not run.
            cases.Add(new XElement("testcase", new XAttribute("classname", "kajabi-contract"), new XAttribute("name", "No finding")));
        }

        XElement suite = new(
            "testsuite",
            new XAttribute("name", Text(report.Revision is null ? report.Base : $"{report.Base} and {report.Revision}")),
            new XAttribute("tests", cases.Count.ToString(CultureInfo.InvariantCulture)),
            new XAttribute(
                "failures",
                cases.Count(static test => test.Element("failure") is not null).ToString(CultureInfo.InvariantCulture)
            ),
            cases
        );
        if (report.Defects.Count > 0)
        {
            suite.Add(
                new XElement(
                    "system-out",
                    string.Join(
                        '\n',
                        report.Defects.Select(static defect => Text($"{defect.Location.Position} {defect.Rule.Id}: {defect.Message}"))
                    )
                )
            );
        }

        return new XElement("testsuites", suite).ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static XElement Case(Finding finding, bool isFailure)
    {
        string details =
            $"{finding.Location.Position} {finding.Before ?? "nothing"} -> {finding.After ?? "nothing"} {finding.Fingerprint}".Trim();
        XElement outcome = isFailure
            ? new XElement(
                "failure",
                new XAttribute("type", FindingFormatter.Format(finding.Severity)),
                new XAttribute("message", Text(finding.Message)),
                Text(details)
            )
            : new XElement("system-out", Text($"{finding.Message} {details}"));
        string direction = DirectionFormatter.Format(finding.Location.Direction);
        return new XElement(
            "testcase",
            new XAttribute("classname", Text(finding.Location.Operation.Length > 0 ? finding.Location.Operation : "kajabi-contract")),
            new XAttribute("name", Text($"{finding.Rule.Id} {direction} {finding.Location.Path} {finding.Fingerprint}")),
            outcome
        );
    }

    // XML cannot contain some characters, not even escaped.
    private static string Text(string text) =>
        string.Concat(
            ConsoleText
                .Line(text)
                .Select(static character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\uFFFD')
        );
}
