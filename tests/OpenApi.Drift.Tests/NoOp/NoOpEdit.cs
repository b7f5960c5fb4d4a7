using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Tests.NoOp;

/// <summary>Helper methods for edits that do not change requests or responses.</summary>
internal static class NoOpEdit
{
    /// <summary>Returns every schema of a document, nested schemas first, so that an edit can replace it.</summary>
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

            foreach (JToken inner in Nested(map))
            {
                Visit(inner);
            }

            found.Add(map);
        }
    }

    /// <summary>Returns the operations of a document.</summary>
    public static IEnumerable<JObject> Operations(this JObject root) =>
        root["paths"]!
            .Children<JProperty>()
            .SelectMany(static path => path.Value.Children<JProperty>())
            .Select(static member => member.Value)
            .OfType<JObject>();

    private static IEnumerable<JToken> Nested(JObject map)
    {
        IEnumerable<JToken> properties = map["properties"] is JObject named
            ? named.Properties().Select(static property => property.Value)
            : [];
        IEnumerable<JToken> branches = map["anyOf"] is JArray list ? list : Enumerable.Empty<JToken>();
        return [.. properties, .. branches, .. new[] { map["items"] }.OfType<JToken>()];
    }
}
