using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Tests.Drift.Silent;

/// <summary>An edit that changes nothing on the wire.</summary>
internal static class SilentEdit
{
    /// <summary>Every map in a contract that is read as a schema, deepest first, so that an edit may replace it.</summary>
    public static IEnumerable<JObject> Schemas(this JObject root)
    {
        HashSet<JObject> found = [];
        foreach (
            JToken schema in root["components"]!["schemas"]!
                .Children<JProperty>()
                .Select(static component => component.Value)
                .Concat(
                    root.Descendants()
                        .OfType<JProperty>()
                        .Where(static property => property.Name == "schema")
                        .Select(static property => property.Value)
                )
        )
        {
            Visit(schema);
        }

        return found;

        void Visit(JToken? schema)
        {
            if (schema is not JObject map || found.Contains(map))
            {
                return;
            }

            foreach (JToken inner in Inside(map))
            {
                Visit(inner);
            }

            found.Add(map);
        }
    }

    /// <summary>The operations of a contract.</summary>
    public static IEnumerable<JObject> Operations(this JObject root) =>
        root["paths"]!
            .Children<JProperty>()
            .SelectMany(static path => path.Value.Children<JProperty>())
            .Select(static member => member.Value)
            .OfType<JObject>();

    private static IEnumerable<JToken> Inside(JObject map)
    {
        IEnumerable<JToken> properties = map["properties"] is JObject named
            ? named.Properties().Select(static property => property.Value)
            : [];
        IEnumerable<JToken> branches = map["anyOf"] is JArray list ? list : Enumerable.Empty<JToken>();
        return [.. properties, .. branches, .. new[] { map["items"] }.OfType<JToken>()];
    }
}
