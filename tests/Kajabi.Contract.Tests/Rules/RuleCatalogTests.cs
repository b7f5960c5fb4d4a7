using System.Reflection;
using System.Text.RegularExpressions;
using Kajabi.Composer;
using Kajabi.Composer.Rules;
using Kajabi.Contract.Commands;
using Kajabi.Contract.Rules;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace Kajabi.Contract.Tests.Rules;

/// <summary>Tests the rules, and the files that are generated from them.</summary>
public sealed partial class RuleCatalogTests
{
    private const string UpdateVariable = "KAJABI_UPDATE_RULES";

    private const string UpdateCommand = $"{UpdateVariable}=1 dotnet test tests/Kajabi.Contract.Tests --filter RuleCatalog";

    [Fact]
    public void The_rule_tables_match_the_rules() => AssertGenerated("docs/contract-rules.md", RuleDocument.Markdown(UpdateCommand));

    [Fact]
    public void The_lists_of_warnings_match_the_rules() => AssertGenerated("build/ContractRules.props", RuleDocument.Properties());

    [Fact]
    public void The_catalog_contains_every_declared_rule()
    {
        Assembly[] assemblies =
        [
            typeof(Rule).Assembly,
            typeof(RuleTable).Assembly,
            typeof(ComposerRules).Assembly,
            typeof(RuleCatalog).Assembly,
        ];
        IEnumerable<PropertyInfo> declared = assemblies
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .ToList();
        IEnumerable<Rule> rules = declared.Where(static property => property.PropertyType == typeof(Rule)).Select(Value<Rule>);
        IEnumerable<Rule> ofSchemas = declared
            .Where(static property => property.PropertyType == typeof(SchemaRule))
            .SelectMany(static property => Value<SchemaRule>(property).Rules);

        Assert.Equal(
            rules.Concat(ofSchemas).Select(static rule => rule.Id).Order(StringComparer.Ordinal),
            RuleCatalog.All.Select(static rule => rule.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Rule_ids_are_unique() => Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.DistinctBy(static rule => rule.Id).Count());

    [Fact]
    public void Every_other_mention_of_a_rule_is_a_rule()
    {
        HashSet<string> ids = [.. RuleCatalog.All.Select(static rule => rule.Id)];
        string[] files = ["build/Codegen.targets", "openapi/README.md", "openapi/drift.yaml"];
        IEnumerable<string> mentioned = files.SelectMany(static file =>
            RuleId().Matches(File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), file))).Select(static match => match.Value)
        );

        Assert.NotEmpty(mentioned);
        Assert.Equal([], mentioned.Except(ids));
    }

    [Fact]
    public void The_severity_of_a_rule_of_the_build_is_the_one_that_the_build_prints()
    {
        Assert.DoesNotContain(RuleCatalog.BuildRules, static rule => rule.Severity == Severity.Info);
        Assert.Equal(
            (Severity.Breaking, Severity.Warning),
            (ComposerRules.ActionMatchesNothing.Severity, ComposerRules.HandwrittenCodeLeftOut.Severity)
        );
    }

    [Fact]
    public void The_rule_tables_name_the_rules_of_the_build_that_other_commands_report()
    {
        string builds = RuleDocument.Markdown(UpdateCommand).Split("\n## ").Single(static one => one.StartsWith("Builds\n"));
        IEnumerable<string> ofImpact = RuleCatalog.Ids(RuleCategory.Build).Intersect(ImpactCommand.RuleIds);

        Assert.Contains($"`compose` also reports {ComposerRules.ActionMatchesNothing.Id}", builds, StringComparison.Ordinal);
        Assert.Contains($"`impact` and `update` also report {Assert.Single(ofImpact)}", builds, StringComparison.Ordinal);
    }

    [Fact]
    public void Severities_are_swapped_in_callbacks()
    {
        Assert.Equal(
            (Severity.Breaking, Severity.Info),
            (MessageRules.ParameterBecameRequired.Severity, MessageRules.ParameterBecameRequired.CallbackSeverity)
        );
        Assert.Equal(
            (Severity.Breaking, Severity.Info),
            (MessageRules.SuccessStatusAdded.Severity, MessageRules.SuccessStatusAdded.CallbackSeverity)
        );
    }

    private static T Value<T>(PropertyInfo property) => (T)property.GetValue(null)!;

    private static void AssertGenerated(string name, string expected) =>
        RecordedFile.AssertMatches(name, expected, UpdateVariable, UpdateCommand);

    [GeneratedRegex(@"\bKC\d{4}\b")]
    private static partial Regex RuleId();
}
