using System.Reflection;
using Kajabi.Contract.Reporting;
using OpenApi.Documents.Findings;
using OpenApi.Drift.Rules;

namespace Kajabi.Contract.Rules;

/// <summary>The rules of all checks.</summary>
internal static class RuleCatalog
{
    private static readonly Dictionary<string, RuleDescription> s_rules = Create()
        .DistinctBy(static rule => rule.Id)
        .ToDictionary(static rule => rule.Id);

    /// <summary>Gets the rules in the order of their ids.</summary>
    public static IEnumerable<RuleDescription> All => s_rules.Values.OrderBy(static rule => rule.Id, StringComparer.Ordinal);

    public static bool Contains(string id) => s_rules.ContainsKey(id);

    public static RuleDescription? Find(string id) => s_rules.GetValueOrDefault(id);

    private static IEnumerable<RuleDescription> Create() =>
        typeof(Rule)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(static property => property.PropertyType == typeof(Rule))
            .Select(static property => Describe((Rule)property.GetValue(null)!))
            .Concat(RuleTable.Rules.Select(Describe))
            .Concat(
                SchemaLocation.All.SelectMany(location =>
                    RuleTable
                        .SchemaRules.Where(rule => rule.AppliesTo(location))
                        .SelectMany(rule => new[] { rule.At(location, isWhole: true), rule.At(location, isWhole: false) })
                        .Where(static rule => RuleTable.Ids.Contains(rule.Id))
                        .Select(Describe)
                )
            );

    private static RuleDescription Describe(Rule rule) =>
        new(
            rule.Id,
            RuleTitles.All.GetValueOrDefault(rule.Id, rule.Remedy),
            [(string.Empty, FindingFormatter.Format(rule.Severity))],
            rule.IsFatal ? "The file cannot be repaired, so nothing is checked." : "The severity for programs that read the document.",
            rule.Remedy
        );

    private static RuleDescription Describe(DriftRule rule)
    {
        (string plain, string swapped) = (
            FindingFormatter.Format(rule.Severity()),
            FindingFormatter.Format(rule.Severity(isCallback: true))
        );
        string direction = rule.Direction == Direction.None ? string.Empty : $"in a {rule.Direction}";
        return new RuleDescription(
            rule.Id,
            rule.Message,
            plain == swapped ? [(direction, plain)] : [(direction, plain), ("in callbacks and webhooks", swapped)],
            EffectText.Reason(rule.Effect),
            EffectText.Remedy(rule.Effect)
        );
    }
}
