using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Reporting;
using Kajabi.Contract.Tests.Reporting;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace Kajabi.Contract.Tests.Configuration;

/// <summary>Tests the configuration file of the checks.</summary>
public sealed class CheckConfigurationTests : IDisposable
{
    private const string Rule = "response-success-status-added";

    private static readonly Finding s_finding = new(
        MessageRules.SuccessStatusAdded,
        new FindingLocation("GET /v1/hooks/{id}", "206") { Direction = Direction.Response },
        "The API can return an additional status code."
    )
    {
        After = "206",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-config-").FullName;

    [Theory]
    [InlineData("severity: info", "info response-success-status-added", FailOn.Breaking, 0)]
    [InlineData("severity: info", "info response-success-status-added", FailOn.Any, 1)]
    [InlineData("severity: none", "No finding. 1 excluded.", FailOn.Any, 0)]
    [InlineData("severity: info, paths: ['/v1/hooks*']", "info response-success-status-added", FailOn.Breaking, 0)]
    [InlineData("severity: info, paths: ['GET /v1/hooks/{id}']", "info response-success-status-added", FailOn.Breaking, 0)]
    [InlineData("severity: info, paths: ['POST /v1/hooks*']", "breaking response-success-status-added", FailOn.Breaking, 1)]
    [InlineData("severity: info, paths: ['GET*']", "info response-success-status-added", FailOn.Breaking, 0)]
    [InlineData("severity: info, paths: ['*/hooks/{id}']", "info response-success-status-added", FailOn.Breaking, 0)]
    [InlineData("severity: info, paths: ['POST webhook x', 'webhook *']", "breaking response-success-status-added", FailOn.Breaking, 1)]
    [InlineData("severity: info, paths: ['/v1/hook?/*']", "breaking response-success-status-added", FailOn.Breaking, 1)]
    [InlineData("severity: info, direction: request", "breaking response-success-status-added", FailOn.Breaking, 1)]
    [InlineData("severity: info, direction: response", "info response-success-status-added", FailOn.Breaking, 0)]
    internal void A_severity_replaces_the_default_of_its_rule(string setting, string text, FailOn failOn, int exitCode)
    {
        (int found, string output, _) = Run($"severities:\n  - {{rule: {Rule}, {setting}, reason: agreed}}\n", failOn);

        Assert.Equal(exitCode, found);
        Assert.Contains(text, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exclude: ['/v1/hooks*']", 0)]
    [InlineData("exclude: ['/v1/contacts*']", 1)]
    [InlineData("include: ['/v1/contacts*']", 0)]
    [InlineData("include: ['/v1/*'], exclude: ['GET *']", 0)]
    [InlineData("include: ['/v1/*']", 1)]
    public void Path_filters_select_the_operations(string filter, int exitCode) =>
        Assert.Equal(exitCode, Run($"paths: {{{filter}}}\n", FailOn.Any).ExitCode);

    [Fact]
    public void A_finding_that_is_not_about_an_operation_is_never_excluded() =>
        Assert.Equal(
            1,
            Run(
                "paths: {include: ['/x']}\n",
                FailOn.Any,
                s_finding with
                {
                    Location = s_finding.Location with { Operation = string.Empty },
                }
            ).ExitCode
        );

    [Theory]
    [InlineData("severities:\n  - {rule: other, severity: info, reason: a}\n", "(2,12)", "no rule `other`")]
    [InlineData("severities:\n  - {rule: KC0001, severity: error, reason: a}\n", "(2,30)", "one of breaking, warning, info, none")]
    [InlineData("severities:\n  - {rule: KC0001, severity: info}\n", "(2,", "`reason`")]
    [InlineData("severities:\n  - {rule: KC0001, severity: info, reason: a, path: b}\n", "(2,", "`path` is not a setting")]
    [InlineData("severities: {}\n", "(1,", "`severities` must be a list")]
    [InlineData("severities: [a]\n", "(1,", "`rule`")]
    [InlineData("paths: []\n", "(1,", "`paths` must be a mapping")]
    [InlineData("paths: {exclude: [1]}\n", "(1,", "/v1/hooks*")]
    [InlineData("paths: {exclude: [v1/hooks]}\n", "(1,19)", "`v1/hooks` matches no operation")]
    [InlineData("paths:\n  include: ['/v1/*', v1/hooks*]\n", "(2,22)", "`v1/hooks*` matches no operation")]
    [InlineData("paths: {include: ['get /v1/hooks']}\n", "(1,19)", "`get /v1/hooks` matches no operation")]
    [InlineData("paths: {include: ['GET v1/hooks']}\n", "(1,19)", "`GET v1/hooks` matches no operation")]
    [InlineData("paths: {include: ['']}\n", "(1,19)", "matches no operation")]
    [InlineData("severities:\n  - {rule: KC0001, severity: info, reason: a, paths: [a]}\n", "(2,55)", "`a` matches no operation")]
    [InlineData("accepted: []\npaths: {}\naccepted: []\n", "(3,1)", "`accepted` occurs more than once")]
    [InlineData(
        "severities:\n  - {rule: KC0001, severity: info, severity: none, reason: a}\n",
        "(2,36)",
        "`severity` occurs more than once"
    )]
    public void A_setting_that_would_be_ignored_fails_the_check(string text, string position, string problem)
    {
        (int exitCode, string output, string errors) = Run(text, FailOn.Any);

        Assert.Equal((3, string.Empty), (exitCode, output));
        Assert.Contains(position, errors, StringComparison.Ordinal);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int ExitCode, string Output, string Errors) Run(string text, FailOn failOn, Finding? finding = null)
    {
        string path = Path.Combine(_folder, "drift.yaml");
        File.WriteAllText(path, text);
        return Reports.Run(Reports.Create(finding ?? s_finding), failOn: failOn, accepted: path);
    }
}
