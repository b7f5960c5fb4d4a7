using System.Globalization;
using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares the items of arrays.</summary>
internal static class ArrayComparer
{
    public static void Compare(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        if (!pair.ComparedTypes.HasFlag(JsonTypes.Array))
        {
            return;
        }

        if (before.HasUniqueItems != after.HasUniqueItems)
        {
            pair.Add(after.HasUniqueItems ? StructureRules.UniqueItemsAdded : StructureRules.UniqueItemsRemoved, null, null);
        }

        for (int position = 0; position < Math.Max(before.PrefixItems.Count, after.PrefixItems.Count); position++)
        {
            pair.AddNested(string.Create(CultureInfo.InvariantCulture, $"[{position}]"), At(before, position), At(after, position));
        }

        if (before.Items is not null || after.Items is not null)
        {
            pair.AddNested(ValuePath.Item, before.Items, after.Items);
        }

        CompareContains(pair, before.Contains, after.Contains);
    }

    private static SchemaReference? At(NormalizedSchema schema, int position) =>
        position < schema.PrefixItems.Count ? schema.PrefixItems[position] : schema.Items;

    private static void CompareContains(SchemaPair pair, SchemaReference? before, SchemaReference? after)
    {
        if (before is not null && after is not null)
        {
            pair.AddNested("[contains]", before, after);
        }
        else if (before != after)
        {
            pair.Add(
                after is null ? StructureRules.ContainsRemoved : StructureRules.ContainsAdded,
                before?.Schema.TypeText,
                after?.Schema.TypeText
            );
        }
    }
}
