using System.Xml.Linq;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class FormatTests
{
    [Fact]
    public void Json_has_the_documented_members_and_no_other()
    {
        JObject document = JObject.Parse(Reports.Run(Reports.Create(Reports.Removed), ReportFormat.Json).Output);

        Assert.Equal(["base", "revision", "findings", "defects"], document.Properties().Select(member => member.Name));
        JObject finding = (JObject)document["findings"]![0]!;
        Assert.Equal(
            ["id", "severity", "operation", "direction", "location", "before", "after", "message", "fingerprint"],
            finding.Properties().Select(member => member.Name)
        );
        Assert.Equal("breaking", (string?)finding["severity"]);
        Assert.Equal(JTokenType.Null, finding["after"]!.Type);
        Assert.Equal(Reports.Removed.Fingerprint, (string?)finding["fingerprint"]);
    }

    [Fact]
    public void Json_for_one_file_contains_the_position_of_each_finding()
    {
        ContractReport report = Reports.Create(Reports.Removed with { Count = 3 }) with { Revision = null };

        JToken finding = JObject.Parse(Reports.Run(report, ReportFormat.Json).Output)["findings"]![0]!;

        Assert.Equal(
            ("openapi/new.yaml", 12, 5, 3),
            ((string?)finding["file"], (int)finding["line"]!, (int)finding["column"]!, (int)finding["count"]!)
        );
    }

    [Fact]
    public void Text_is_colored_only_on_a_terminal()
    {
        string plain = Reports.Run(Reports.Create(Reports.Removed)).Output;
        string colored = Reports.Run(Reports.Create(Reports.Removed), isTerminal: true).Output;

        Assert.StartsWith(
            "openapi/new.yaml(12,5): breaking filter-gone: GET /v1/things request query filter[a]\n"
                + "  The filter was removed.\n  string -> nothing, ",
            plain,
            StringComparison.Ordinal
        );
        Assert.EndsWith("1 finding: 1 breaking.\n", plain, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', plain);
        Assert.Contains("\e[31mbreaking\e[0m", colored, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_sequences_of_a_document_are_escaped() =>
        Assert.DoesNotContain(
            '\e',
            Reports
                .Run(Reports.Create(Reports.Removed with { After = "\e[2J", Location = Reports.Removed.Location with { Path = "\e]0;x" } }))
                .Output
        );

    [Fact]
    public void A_Markdown_table_escapes_its_cells()
    {
        string[] lines = Reports.Run(Reports.Create(Reports.Removed with { Message = "a|b\nc" }), ReportFormat.Markdown).Output.Split('\n');

        string row = Assert.Single(lines, line => line.StartsWith("| breaking", StringComparison.Ordinal));
        Assert.Contains("a\\|b c", row, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotation_is_one_line_with_file_and_line_number()
    {
        Finding finding = Reports.Removed with
        {
            Message = "100% removed\nreally",
            Rule = Reports.Rule("a:b,c", CompatibilityEffect.Breaking),
        };

        string line = Assert.Single(
            Reports.Run(Reports.Create(finding), ReportFormat.GitHub).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );

        Assert.StartsWith("::error file=openapi/new.yaml,line=12,col=5,title=a%3Ab%2Cc::", line, StringComparison.Ordinal);
        Assert.Contains("100%25 removed%0Areally", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(FailOn.Any), "2")]
    [InlineData(nameof(FailOn.Breaking), "1")]
    [InlineData(nameof(FailOn.None), "0")]
    public void JUnit_fails_the_findings_at_the_level(string failOn, string failures)
    {
        ContractReport report = Reports.Create(Reports.Removed with { Message = "control \u0001 character" }, Reports.Added);

        XElement suite = XDocument
            .Parse(Reports.Run(report, ReportFormat.JUnit, Enum.Parse<FailOn>(failOn)).Output)
            .Root!.Element("testsuite")!;

        Assert.Equal(("2", failures), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures")));
        Assert.Equal(int.Parse(failures, System.Globalization.CultureInfo.InvariantCulture), suite.Descendants("failure").Count());
    }

    [Fact]
    public void JUnit_has_a_test_case_if_there_are_no_findings() =>
        Assert.Single(XDocument.Parse(Reports.Run(Reports.Create(), ReportFormat.JUnit).Output).Descendants("testcase"));
}
