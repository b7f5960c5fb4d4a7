using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>Merges the array keywords of schemas.</summary>
internal static class ArrayMerger
{
    private static readonly string[] s_keywords =
    [
        "items",
        "prefixItems",
        "additionalItems",
        "unevaluatedItems",
        "contains",
        "uniqueItems",
    ];

    public static void Add(IReadOnlyCollection<JObject> parts, NormalizedSchema schema, SchemaReader reader)
    {
        if (!ObjectMerger.HasAnyKeyword(parts, s_keywords))
        {
            return;
        }

        schema.HasUniqueItems |= parts.Any(static part => CanonicalJson.IsTrue(part["uniqueItems"]));
        schema.Contains = ObjectMerger.Merged(schema.Contains, parts, static part => part["contains"], reader);
        int positions = Math.Max(schema.PrefixItems.Count, parts.Select(static part => Positions(part).Count).DefaultIfEmpty().Max());
        schema.PrefixItems =
            positions == 0
                ? []
                :
                [
                    .. Enumerable
                        .Range(0, positions)
                        .Select(position =>
                            reader.GetReference([
                                .. (
                                    position < schema.PrefixItems.Count ? schema.PrefixItems[position] : schema.Items ?? reader.AnySchema
                                ).Written,
                                .. parts
                                    .Select(part => position < Positions(part).Count ? Positions(part)[position] : Rest(part))
                                    .OfType<JToken>(),
                            ])
                        ),
                ];
        schema.Items = ObjectMerger.Merged(schema.Items, parts, Rest, reader);
    }

    // Before draft 2020-12, positions were an array in `items`.
    private static JArray Positions(JObject part) => part["prefixItems"] as JArray ?? part["items"] as JArray ?? [];

    private static JToken? Rest(JObject part) =>
        part["items"] is JArray ? part["additionalItems"] : part["items"] ?? part["unevaluatedItems"];
}
