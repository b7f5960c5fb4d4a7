using System.Globalization;
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
            "Severity of this finding: breaking\n  Configured severity: warning\n  Accepted: no\nresponse-",
            output.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("Reason: More messages are valid.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, ExplainCommand.Run("0000", before, after, null, TextWriter.Null, TextWriter.Null));
        Assert.Equal(3, ExplainCommand.Run("0000", before, before + "x", null, TextWriter.Null, TextWriter.Null));
    }

    [Theory]
    [InlineData("", "not configured\n  Accepted: no\n")]
    [InlineData("accepted: [{fingerprint: FINGERPRINT, reason: agreed}]", "not configured\n  Accepted: yes (agreed)\n")]
    [InlineData(
        "severities: [{rule: response-success-status-added, severity: none, reason: a}]\npaths: {exclude: [/a]}",
        "none (not reported)\n  Accepted: no\n  Excluded by a path filter: yes\n"
    )]
    public void A_finding_is_explained_with_what_the_configuration_does_with_it(string configuration, string expected)
    {
        string before = Write("base.yaml", "openapi: 3.1.0\npaths: {/a: {get: {responses: {200: {}}}}}");
        string after = Write("revision.yaml", "openapi: 3.1.0\npaths: {/a: {get: {responses: {200: {}, 201: {}}}}}");
        string fingerprint = Assert.Single(DriftComparison.Compare(SourceFile.Load(before), SourceFile.Load(after)).Findings).Fingerprint;
        string path = Write("drift.yaml", configuration.Replace("FINGERPRINT", $"'{fingerprint}'", StringComparison.Ordinal));
        using StringWriter output = new();

        Assert.Equal(0, ExplainCommand.Run(fingerprint, before, after, configuration.Length == 0 ? null : path, output, TextWriter.Null));

        Assert.Contains($"  Configured severity: {expected}response-success-status-added: ", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01", 0)]
    [InlineData("2027-01-01", 2)]
    public void A_finding_is_explained_for_a_date(string date, int exitCode)
    {
        const string Paths = "paths: {/a: {get: {deprecated: true, x-sunset: 2026-06-30, responses: {}}}}";
        string before = Write("base.yaml", $"openapi: 3.1.0\n{Paths}");
        string after = Write("revision.yaml", "openapi: 3.1.0\npaths: {}");
        DriftOptions options = DriftCommand.CreateOptions(new DateOnly(2026, 1, 1));
        string fingerprint = Assert
            .Single(DriftComparison.Compare(SourceFile.Load(before), SourceFile.Load(after), options).Findings)
            .Fingerprint;

        int actual = ExplainCommand.Run(
            fingerprint,
            before,
            after,
            null,
            TextWriter.Null,
            TextWriter.Null,
            DateOnly.Parse(date, CultureInfo.InvariantCulture)
        );

        Assert.Equal(exitCode, actual);
    }

    [Theory]
    [InlineData("KC0004", "for programs that read the document, and for code that uses the SDK generated from it")]
    [InlineData("KC0203", "for code that uses the SDK")]
    [InlineData("KC0005", "for the build of the SDK and for code that uses it")]
    [InlineData("KC0312", "for the check, which could not compare everything")]
    [InlineData("KC0302", "for programs that read the documents of the API")]
    public void The_reason_of_a_severity_names_what_it_is_for(string rule, string reason) =>
        Assert.Contains($"  Reason: The severity {reason}.\n", Rules(rule).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("KC0012", "It has no effect, and would hide the finding without a new review if it occurred again.")]
    [InlineData("KC0027", "The SDK compiles without the member, so a build only warns; code that uses the member does not compile.")]
    [InlineData("KC0100", "No code is generated.")]
    [InlineData("KC0401", "The SDK works, but the documentation of the element is missing.")]
    public void A_rule_whose_category_does_not_explain_its_severity_has_its_own_reason(string rule, string reason) =>
        Assert.Contains($"  Reason: {reason}\n", Rules(rule).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("KC0015")]
    [InlineData("response-success-status-added")]
    public void The_id_of_a_rule_is_a_usage_error_of_explain_that_names_the_command_for_rules(string id) =>
        Assert.Contains(
            $"`{id}` is a rule, not a fingerprint. `kajabi-contract rules {id}` explains it.",
            ExplainCommand.Create().Parse([id]).Errors.Select(static error => error.Message)
        );

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
