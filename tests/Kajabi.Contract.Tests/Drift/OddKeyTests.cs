using Kajabi.Contract.Commands;
using Kajabi.Contract.Drift;
using Kajabi.Contract.Drift.Comparison;
using Kajabi.Contract.Lint;
using Kajabi.Contract.Reading;
using Kajabi.Contract.Reporting;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Keys that name nothing are defects, work is limited, and what fails is never taken for drift.</summary>
public sealed class OddKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("999999")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("20")]
    public void A_key_that_is_not_a_status_code_is_a_defect_and_no_drift(string status)
    {
        ContractReport report = SmallContract.Compare(
            SmallContract.WithPaths(Responses("200")),
            SmallContract.WithPaths($"{{'/a':{{'get':{{'responses':{{'200':{{}},'{status}':{{}}}}}}}}}}")
        );

        Assert.Empty(report.Findings);
        Assert.Equal("KC0024", Assert.Single(report.Defects).Id);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("2XX")]
    [InlineData("2xx")]
    [InlineData("x-more")]
    public void A_key_that_OpenAPI_defines_is_no_defect(string status) =>
        Assert.Empty(SmallContract.Compare(SmallContract.WithPaths(Responses(status)), SmallContract.WithPaths(Responses(status))).Defects);

    [Theory]
    [InlineData("{'': {'get': {'responses': {}}}}")]
    [InlineData("{'a': {'get': {'responses': {}}}}")]
    [InlineData("{'/a': {'': {}, 'get': {'responses': {'': {}}}}}")]
    [InlineData("{'/a': {'get': {'responses': {'200': {'content': {'': {}}}}}}}")]
    [InlineData("{'/a': {'get': {'responses': {'200': {'content': {'application/json': {'schema': {'properties': {'': {}}}}}}}}}}")]
    public void Every_command_survives_keys_that_name_nothing(string paths)
    {
        SourceFile odd = new("odd.yaml", SmallContract.WithPaths(paths));
        SourceFile sound = new("sound.yaml", SmallContract.WithPaths(Responses("200")));

        Assert.NotNull(DriftComparison.Compare(sound, odd));
        Assert.NotNull(DriftComparison.Compare(odd, sound));
        Assert.NotEmpty(Linter.Check(odd, null));
    }

    [Fact]
    public void A_change_on_2_to_the_40th_paths_is_a_limit_with_its_place()
    {
        UnreadableFileException exception = Assert.Throws<UnreadableFileException>(() =>
            SmallContract.Compare(Levels("string"), Levels("integer"))
        );

        Assert.Contains("error KC0025", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{WorkLimits.MaxChanges:N0} changes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_with_2_to_the_40th_paths_and_no_change_is_compared() =>
        Assert.Empty(SmallContract.Compare(Levels("string"), Levels("string")).Findings);

    [Fact]
    public void A_failure_that_was_not_expected_exits_with_3_and_a_short_message()
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

    private static JObject Levels(string leaf) =>
        SmallContract.WithSchema(
            "{'$ref':'#/components/schemas/L0'}",
            $"{{{string.Concat(Enumerable.Range(0, 40).Select(static level => $"'L{level}':{{'type':'object','properties':{{'a':{{'$ref':'#/components/schemas/L{level + 1}'}},'b':{{'$ref':'#/components/schemas/L{level + 1}'}}}}}},"))}'L40':{{'type':'{leaf}'}}}}"
        );
}
