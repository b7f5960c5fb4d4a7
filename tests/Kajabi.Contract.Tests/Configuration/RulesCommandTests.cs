using System.Text.RegularExpressions;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Rules;
using Kajabi.Contract.Tests.Drift;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace Kajabi.Contract.Tests.Configuration;

/// <summary>Tests the commands that describe rules and findings.</summary>
public sealed partial class RulesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kajabi-rules-").FullName;

    [Fact]
    public void All_rules_are_listed()
    {
        (int exitCode, string output) = Rules(null);

        Assert.Equal(0, exitCode);
        Assert.All(RuleTable.Ids, id => Assert.Contains($"{id}: ", output, StringComparison.Ordinal));
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
    public void The_titles_are_those_of_the_table()
    {
        string readme = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "README.md"));
        string table = readme[readme.IndexOf("| Rule | Finding |", StringComparison.Ordinal)..];

        Assert.Equal(
            Row()
                .Matches(table[..table.IndexOf("## Update", StringComparison.Ordinal)])
                .Select(static row => (row.Groups[1].Value, $"{row.Groups[2].Value}.".ToUpperInvariant())),
            RuleTitles.All.Select(static title => (title.Key, title.Value.ToUpperInvariant()))
        );
    }

    [Fact]
    public void A_finding_is_explained_with_its_configured_severity()
    {
        string before = Write("base.yaml", SmallContract.WithPaths("{'/a':{'get':{'responses':{'200':{}}}}}").ToString());
        string after = Write("revision.yaml", SmallContract.WithPaths("{'/a':{'get':{'responses':{'200':{},'201':{}}}}}").ToString());
        string configuration = Write(
            "drift.yaml",
            "severities:\n  - {rule: response-success-status-added, severity: warning, reason: agreed}\n"
        );
        string fingerprint = new ContractFinding(
            "response-success-status-added",
            Severity.Breaking,
            "GET /a",
            Direction.Response,
            "201",
            null,
            "201",
            string.Empty
        ).Fingerprint;
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

    [GeneratedRegex(@"^\| (KC\d{4}) \| (.*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

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
