using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Names alternatives by what they hold, since the name of a component means nothing on the wire.</summary>
internal static class BranchFormatter
{
    private const int MostNames = 6;

    public static string Of(SchemaUnion union) => string.Join(" or ", union.Branches.Select(static branch => Of(branch.Schema)));

    public static string Of(NormalizedSchema schema)
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
            .Properties.Take(MostNames)
            .Select(static property => property.Value.Schema.Values is { Count: 1 } tag ? $"{property.Key}={tag.Min}" : property.Key);
        return $"{types} ({string.Join(", ", names)}{(schema.Properties.Count > MostNames ? ", ..." : string.Empty)})";
    }
}
