using Kajabi.Contract.Lint;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Tests that malformed keys are defects, that the work is limited, and that a failure is never reported as drift.</summary>
public sealed class MalformedKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("999999")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("20")]
    public void A_key_that_is_not_a_status_code_is_a_defect_but_not_drift(string status)
    {
        DriftReport report = SmallContract.Compare(
            SmallContract.WithPaths(Responses("200")),
            SmallContract.WithPaths($"{{'/a':{{'get':{{'responses':{{'200':{{}},'{status}':{{}}}}}}}}}}")
        );

        Assert.Empty(report.Findings);
        Assert.Equal("KC0024", Assert.Single(report.Defects).Rule.Id);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("2XX")]
    [InlineData("2xx")]
    [InlineData("x-more")]
    public void A_key_that_OpenAPI_defines_is_not_a_defect(string status) =>
        Assert.Empty(SmallContract.Compare(SmallContract.WithPaths(Responses(status)), SmallContract.WithPaths(Responses(status))).Defects);

    [Theory]
    [InlineData("{'': {'get': {'responses': {}}}}")]
    [InlineData("{'a': {'get': {'responses': {}}}}")]
    [InlineData("{'/a': {'': {}, 'get': {'responses': {'': {}}}}}")]
    [InlineData("{'/a': {'get': {'responses': {'200': {'content': {'': {}}}}}}}")]
    [InlineData("{'/a': {'get': {'responses': {'200': {'content': {'application/json': {'schema': {'properties': {'': {}}}}}}}}}}")]
    public void Every_command_accepts_malformed_keys(string paths)
    {
        SourceFile malformed = new("malformed.yaml", SmallContract.WithPaths(paths));
        SourceFile valid = new("valid.yaml", SmallContract.WithPaths(Responses("200")));

        Assert.NotNull(DriftComparison.Compare(valid, malformed));
        Assert.NotNull(DriftComparison.Compare(malformed, valid));
        Assert.NotEmpty(Linter.Check(malformed, null));
    }

    [Fact]
    public void A_change_on_2_to_the_40th_paths_is_one_finding_at_its_component()
    {
        IReadOnlyList<Finding> findings = SmallContract.Compare(Levels("string"), Levels("integer")).Findings;

        Assert.Equal(
            ["request-property-type-changed", "response-property-type-changed"],
            findings.Select(static finding => finding.Rule.Id).Order()
        );
        Assert.All(
            findings,
            static finding => Assert.Equal(("#/components/schemas/L40", 1L << 40), (finding.Location.Path, finding.Count))
        );
    }

    [Fact]
    public void A_document_with_2_to_the_40th_paths_and_no_change_is_compared() =>
        Assert.Empty(SmallContract.Compare(Levels("string"), Levels("string")).Findings);

    [Fact]
    public void An_unexpected_failure_exits_with_3_and_a_short_message()
    {
        using StringWriter errors = new();

        int exitCode = ReportRun.Run(
            new ReportSettings(ReportFormat.Text, null, FailOn.Any, null),
            [],
            static () => throw new InvalidOperationException("x\n::error::y"),
            TextWriter.Null,
            errors
        );

        string[] lines = errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((3, 2), (exitCode, lines.Length));
        Assert.DoesNotContain("   at ", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", lines[0], StringComparison.Ordinal);
    }

    private static string Responses(string status) => $"{{'/a':{{'get':{{'responses':{{'{status}':{{}}}}}}}}}}";

    private static JObject Levels(string leaf)
    {
        IEnumerable<string> levels = Enumerable
            .Range(0, 40)
            .Select(static level =>
                $"'L{level}':{{'type':'object','properties':{{'a':{Reference(level + 1)},'b':{Reference(level + 1)}}}}}"
            );
        return SmallContract.WithSchema(Reference(0), $"{{{string.Join(',', levels)},'L40':{{'type':'{leaf}'}}}}");
    }

    private static string Reference(int level) => $"{{'$ref':'#/components/schemas/L{level}'}}";
}
