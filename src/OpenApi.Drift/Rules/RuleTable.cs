using System.Reflection;

namespace OpenApi.Drift.Rules;

/// <summary>All rules.</summary>
internal static class RuleTable
{
    /// <summary>The rules for schemas, which apply in every <see cref="SchemaLocation"/>.</summary>
    public static IReadOnlyList<SchemaRule> SchemaRules { get; } =
    [
        .. Declared<SchemaRule>(typeof(ValueRules)),
        .. Declared<SchemaRule>(typeof(StructureRules)),
        .. Declared<SchemaRule>(typeof(CombinationRules)),
    ];

    /// <summary>The other rules.</summary>
    public static IReadOnlyList<DriftRule> Rules { get; } =
    [.. Declared<DriftRule>(typeof(OperationRules)), .. Declared<DriftRule>(typeof(MessageRules))];

    /// <summary>The ids of all findings that a comparison can report.</summary>
    public static IReadOnlyCollection<string> Ids { get; } =
    [.. Rules.Select(static rule => rule.Id).Concat(SchemaRules.SelectMany(static rule => rule.Ids)).Distinct()];

    private static IEnumerable<T> Declared<T>(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(static property => property.PropertyType == typeof(T))
            .Select(static property => (T)property.GetValue(null)!);
}
