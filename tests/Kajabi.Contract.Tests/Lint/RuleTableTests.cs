using System.Reflection;
using Kajabi.Tests;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Lint;

public sealed class RuleTableTests
{
    private static readonly Rule[] s_rules =
    [
        .. typeof(Rule).GetProperties(BindingFlags.Static | BindingFlags.Public).Select(property => property.GetValue(null)).OfType<Rule>(),
    ];

    [Fact]
    public void Every_rule_is_documented_and_has_a_unique_id()
    {
        string readme = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "openapi", "README.md"));

        Assert.NotEmpty(s_rules);
        Assert.Equal(s_rules.Length, s_rules.Select(rule => rule.Id).Distinct().Count());
        Assert.Empty(s_rules.Where(rule => !readme.Contains($"\n| {rule.Id} |", StringComparison.Ordinal)).Select(rule => rule.Id));
    }
}
