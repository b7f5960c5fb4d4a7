using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Formats alternatives by their content, because component names are not part of requests and responses.</summary>
internal static class BranchFormatter
{
    private const int MaxNames = 6;

    public static string Format(SchemaUnion union) => string.Join(" or ", union.Branches.Select(static branch => Format(branch.Schema)));

    public static string Format(NormalizedSchema schema)
    {
        string types = JsonTypeNames.Describe(schema.Types, isNullable: false);
        if (schema.Values is not null)
        {
            return $"{types} ({string.Join(", ", schema.Values)})";
        }

        if (schema.Properties.Count == 0)
        {
            return schema.Formats.Count == 0 ? types : $"{types} ({string.Join(", ", schema.Formats)})";
        }

        IEnumerable<string> names = schema
            .Properties.Take(MaxNames)
            .Select(static property => property.Value.Schema.Values is { Count: 1 } tag ? $"{property.Key}={tag.Min}" : property.Key);
        return $"{types} ({string.Join(", ", names)}{(schema.Properties.Count > MaxNames ? ", ..." : string.Empty)})";
    }
}
