using Kajabi.Composer.CommandLine;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Rules;
using OpenApi.Documents.Findings;
using OpenApi.Documents.Reading;
using OpenApi.Drift;

namespace Kajabi.Contract.Tests.Configuration;

/// <summary>Tests the commands that describe rules and findings.</summary>
public sealed class RulesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-rules-").FullName;

    [Fact]
    public void All_rules_are_listed()
    {
        (int exitCode, string output) = Rules(null);

        Assert.Equal(0, exitCode);
        Assert.All(RuleCatalog.Ids(RuleCategory.Drift), id => Assert.Contains($"{id}: ", output, StringComparison.Ordinal));
        Assert.Contains("KC0001: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_has_a_title_a_severity_for_each_direction_a_reason_and_a_remedy() =>
        Assert.Equal(
            """
            request-parameter-became-required: The parameter is required now.
              Severity: breaking in a request, info in callbacks and webhooks
              Reason: Fewer messages are valid. The sender may send a message that is no longer valid, so it is breaking in a request.
              Remedy: Where it is breaking, change the client before the new version is used, or accept it in drift.yaml with a reason.

            """.ReplaceLineEndings("\n"),
            Rules("request-parameter-became-required").Output
        );

    [Fact]
    public void An_unknown_rule_is_a_usage_error() => Assert.Equal((2, string.Empty), Rules("x"));

    [Fact]
    public void A_finding_is_explained_with_its_configured_severity()
    {
        string before = Write("base.yaml", "openapi: 3.1.0\npaths: {/a: {get: {responses: {200: {}}}}}");
        string after = Write("revision.yaml", "openapi: 3.1.0\npaths: {/a: {get: {responses: {200: {}, 201: {}}}}}");
        string configuration = Write(
            "drift.yaml",
            "severities:\n  - {rule: response-success-status-added, severity: warning, reason: agreed}\n"
        );
        string fingerprint = Assert.Single(DriftComparison.Compare(SourceFile.Load(before), SourceFile.Load(after)).Findings).Fingerprint;
        using StringWriter output = new();

        Assert.Equal(0, ExplainCommand.Run(fingerprint, before, after, configuration, output, TextWriter.Null));
        Assert.StartsWith("GET /a response 201\n  nothing -> 201\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "Severity of this finding: breaking\n  Configured severity: warning\n",
            output.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("Reason: More messages are valid.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, ExplainCommand.Run("0000", before, after, null, TextWriter.Null, TextWriter.Null));
        Assert.Equal(3, ExplainCommand.Run("0000", before, before + "x", null, TextWriter.Null, TextWriter.Null));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int ExitCode, string Output) Rules(string? id)
    {
        using StringWriter output = new();
        return (RulesCommand.Run(id, output, TextWriter.Null), output.ToString());
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
