using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;

namespace OpenApi.Drift.Tests;

/// <summary>Tests that malformed keys are defects, and that the work is limited.</summary>
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
    public void Documents_with_malformed_keys_are_compared(string paths)
    {
        SourceFile malformed = new("malformed.yaml", SmallContract.WithPaths(paths));
        SourceFile valid = new("valid.yaml", SmallContract.WithPaths(Responses("200")));

        Assert.NotNull(DriftComparison.Compare(valid, malformed));
        Assert.NotNull(DriftComparison.Compare(malformed, valid));
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
