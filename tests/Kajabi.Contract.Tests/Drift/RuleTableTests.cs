using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>Tests that the tables in openapi/README.md list the rules.</summary>
public sealed class RuleTableTests
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "README.md"))
        .ReplaceLineEndings("\n");

    [Fact]
    public void The_table_lists_exactly_the_rules_for_schemas()
    {
        IEnumerable<string> expected = RuleTable.SchemaRules.Select(static rule =>
            $"| {string.Join(", ", Ids(rule).Select(static id => $"`{id}`"))} | {Cell(rule, SchemaLocation.RequestBody)} | "
            + $"{Cell(rule, SchemaLocation.ResponseBody)} | {rule.Message} |"
        );

        AssertSame(expected, "| Change of a schema |");
    }

    [Fact]
    public void The_table_lists_exactly_the_other_rules()
    {
        IEnumerable<string> expected = RuleTable.Rules.Select(static rule => $"| `{rule.Id}` | {Text(rule.Severity())} | {rule.Message} |");

        AssertSame(expected, "| Other change |");
    }

    [Fact]
    public void Rule_ids_are_unique() =>
        Assert.Equal(RuleTable.Ids.Count, RuleTable.Rules.Count + RuleTable.SchemaRules.Sum(static rule => rule.Ids.Count()));

    [Fact]
    public void Severities_are_swapped_in_callbacks()
    {
        Assert.Equal(
            (Severity.Breaking, Severity.Info),
            (MessageRules.ParameterBecameRequired.Severity(), MessageRules.ParameterBecameRequired.Severity(isCallback: true))
        );
        Assert.Equal(
            (Severity.Breaking, Severity.Info),
            (MessageRules.SuccessStatusAdded.Severity(), MessageRules.SuccessStatusAdded.Severity(isCallback: true))
        );
    }

    private static IEnumerable<string> Ids(SchemaRule rule) =>
        rule.RequestId is null ? [$"…-{rule.Change}"] : new[] { rule.RequestId, rule.ResponseId! };

    private static string Cell(SchemaRule rule, SchemaLocation location) =>
        rule.AppliesTo(location) ? Text(rule.At(location, isWhole: false).Severity()) : "n/a";

    private static string Text(Severity severity) => severity.ToString().ToLowerInvariant();

    private static void AssertSame(IEnumerable<string> expected, string head)
    {
        IEnumerable<string> rows = s_readme
            .Split('\n')
            .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'));

        Assert.Equal(string.Join('\n', expected), string.Join('\n', rows));
    }
}
