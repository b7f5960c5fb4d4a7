using System.Xml.Linq;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Reporting;

public sealed class FormatTests
{
    [Fact]
    public void Json_has_the_documented_members_and_no_other()
    {
        JObject document = JObject.Parse(Reports.Run(Reports.Of(Reports.Gone), ReportFormat.Json).Output);

        Assert.Equal(["base", "revision", "findings", "defects"], document.Properties().Select(member => member.Name));
        JObject finding = (JObject)document["findings"]![0]!;
        Assert.Equal(
            ["id", "severity", "operation", "direction", "location", "before", "after", "message", "fingerprint"],
            finding.Properties().Select(member => member.Name)
        );
        Assert.Equal("breaking", (string?)finding["severity"]);
        Assert.Equal(JTokenType.Null, finding["after"]!.Type);
        Assert.Equal(Reports.Gone.Fingerprint, (string?)finding["fingerprint"]);
    }

    [Fact]
    public void Json_on_one_file_says_where_each_finding_stands()
    {
        ContractReport report = Reports.Of(Reports.Gone with { Count = 3 }) with { Revision = null };

        JToken finding = JObject.Parse(Reports.Run(report, ReportFormat.Json).Output)["findings"]![0]!;

        Assert.Equal(
            ("openapi/new.yaml", 12, 5, 3),
            ((string?)finding["file"], (int)finding["line"]!, (int)finding["column"]!, (int)finding["count"]!)
        );
    }

    [Fact]
    public void Text_is_coloured_on_a_terminal_only()
    {
        string plain = Reports.Run(Reports.Of(Reports.Gone)).Output;
        string coloured = Reports.Run(Reports.Of(Reports.Gone), isTerminal: true).Output;

        Assert.StartsWith(
            "openapi/new.yaml(12,5): breaking filter-gone: GET /v1/things request query filter[a]\n  The filter is gone.\n  string -> nothing, ",
            plain,
            StringComparison.Ordinal
        );
        Assert.EndsWith("1 finding: 1 breaking.\n", plain, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', plain);
        Assert.Contains("\e[31mbreaking\e[0m", coloured, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_document_brought_along_cannot_steer_the_terminal() =>
        Assert.DoesNotContain('\e', Reports.Run(Reports.Of(Reports.Gone with { After = "\e[2J", Location = "\e]0;x" })).Output);

    [Fact]
    public void A_markdown_table_survives_what_stands_in_its_cells()
    {
        string[] lines = Reports.Run(Reports.Of(Reports.Gone with { Message = "a|b\nc" }), ReportFormat.Markdown).Output.Split('\n');

        string row = Assert.Single(lines, line => line.StartsWith("| breaking", StringComparison.Ordinal));
        Assert.Contains("a\\|b c", row, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotation_names_file_and_line_and_stays_on_one_line()
    {
        ContractFinding finding = Reports.Gone with { Message = "100% gone\nreally", Id = "a:b,c" };

        string line = Assert.Single(
            Reports.Run(Reports.Of(finding), ReportFormat.GitHub).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );

        Assert.StartsWith("::error file=openapi/new.yaml,line=12,col=5,title=a%3Ab%2Cc::", line, StringComparison.Ordinal);
        Assert.Contains("100%25 gone%0Areally", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(FailOn.Any), "2")]
    [InlineData(nameof(FailOn.Breaking), "1")]
    [InlineData(nameof(FailOn.None), "0")]
    public void JUnit_fails_the_findings_that_count(string failOn, string failures)
    {
        ContractReport report = Reports.Of(Reports.Gone with { Message = "odd \u0001 character" }, Reports.New);

        XElement suite = XDocument
            .Parse(Reports.Run(report, ReportFormat.JUnit, Enum.Parse<FailOn>(failOn)).Output)
            .Root!.Element("testsuite")!;

        Assert.Equal(("2", failures), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures")));
        Assert.Equal(int.Parse(failures, System.Globalization.CultureInfo.InvariantCulture), suite.Descendants("failure").Count());
    }

    [Fact]
    public void JUnit_tells_a_clean_run_from_one_that_did_not_happen() =>
        Assert.Single(XDocument.Parse(Reports.Run(Reports.Of(), ReportFormat.JUnit).Output).Descendants("testcase"));
}
