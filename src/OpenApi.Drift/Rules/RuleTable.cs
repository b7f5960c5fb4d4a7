using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>All rules for API changes.</summary>
internal static class RuleTable
{
    /// <summary>Gets the rules for schemas, which apply in every <see cref="SchemaLocation"/>.</summary>
    public static IReadOnlyList<SchemaRule> SchemaRules { get; } =
    [
        .. Rule.DeclaredIn<SchemaRule>(typeof(ValueRules)),
        .. Rule.DeclaredIn<SchemaRule>(typeof(StructureRules)),
        .. Rule.DeclaredIn<SchemaRule>(typeof(CombinationRules)),
    ];

    /// <summary>Gets the other rules.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [.. Rule.DeclaredIn<Rule>(typeof(OperationRules)), .. Rule.DeclaredIn<Rule>(typeof(MessageRules))];

    /// <summary>Gets the rules of all findings that a comparison can report.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Rules, .. SchemaRules.SelectMany(static rule => rule.Rules)];
}
