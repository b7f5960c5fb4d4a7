using Kajabi.Contract.Drift.Rules;
using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Tests.Drift;

/// <summary>The rules and their table in openapi/README.md.</summary>
public sealed class RuleTableTests
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "README.md"))
        .ReplaceLineEndings("\n");

    [Fact]
    public void The_table_holds_each_rule_of_schemas_and_no_other()
    {
        IEnumerable<string> expected = RuleTable.SchemaRules.Select(static rule =>
            $"| {string.Join(", ", Ids(rule).Select(static id => $"`{id}`"))} | {Cell(rule, SchemaLocation.RequestBody)} | {Cell(rule, SchemaLocation.ResponseBody)} | {rule.Sentence} |"
        );

        AssertSame(expected, "| Change of a schema |");
    }

    [Fact]
    public void The_table_holds_each_other_rule_and_no_other()
    {
        IEnumerable<string> expected = RuleTable.Rules.Select(static rule =>
            $"| `{rule.Id}` | {Text(rule.Severity())} | {rule.Sentence} |"
        );

        AssertSame(expected, "| Other change |");
    }

    [Fact]
    public void No_two_rules_have_one_id() =>
        Assert.Equal(RuleTable.Ids.Count, RuleTable.Rules.Count + RuleTable.SchemaRules.Sum(static rule => rule.Ids.Count()));

    [Fact]
    public void In_a_callback_the_sides_change()
    {
        Assert.Equal(
            (Severity.Breaking, Severity.Info),
            (MessageRules.ParameterBecameRequired.Severity(), MessageRules.ParameterBecameRequired.Severity(isCallback: true))
        );
        Assert.Equal(
            (Severity.Breaking, Severity.Info),
            (MessageRules.OtherStatusAdded.Severity(), MessageRules.OtherStatusAdded.Severity(isCallback: true))
        );
    }

    private static IEnumerable<string> Ids(SchemaRule rule) =>
        rule.RequestId is null ? [$"…-{rule.Change}"] : new[] { rule.RequestId, rule.ResponseId! };

    private static string Cell(SchemaRule rule, SchemaLocation place) =>
        rule.HoldsIn(place) ? Text(rule.At(place, isWhole: false).Severity()) : "unseen";

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
