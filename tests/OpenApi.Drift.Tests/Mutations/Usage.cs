using Newtonsoft.Json.Linq;
using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Tests.Mutations;

/// <summary>
/// A use of a component in a request or response, found by traversing the document independently of the code under
/// test.
/// </summary>
internal sealed record Usage(string Operation, string Direction, string Location, string JsonPath)
{
    private static readonly string[] s_combiners = ["anyOf", "oneOf", "allOf"];

    public static IReadOnlyList<Usage> Find(JObject root, string component)
    {
        HashSet<Usage> found = [];
        foreach (JProperty path in root["paths"]!.Children<JProperty>())
        {
            foreach (JProperty operation in path.Value.Children<JProperty>().Where(static member => member.Value is JObject))
            {
                string name = $"{operation.Name.ToUpperInvariant()} {path.Name}";
                Content(operation.Value["requestBody"], name, "request", string.Empty);
                foreach (JProperty response in operation.Value["responses"]!.Children<JProperty>())
                {
                    Content(response.Value, name, "response", $"{response.Name} ");
                }
            }
        }

        return [.. found];

        void Content(JToken? body, string operation, string direction, string status)
        {
            foreach (JProperty media in body?["content"]?.Children<JProperty>() ?? [])
            {
                Walk(
                    media.Value["schema"],
                    path => found.Add(new Usage(operation, direction, status + media.Name, path)),
                    string.Empty,
                    []
                );
            }
        }

        void Walk(JToken? schema, Action<string> add, string path, HashSet<string> open)
        {
            if (schema?["$ref"] is { } reference && open.Add((string)reference!))
            {
                string target = ((string)reference!).Split('/')[^1];
                if (target == component)
                {
                    add(path);
                }

                Walk(root["components"]!["schemas"]![target], add, path, open);
                open.Remove((string)reference!);
            }

            foreach (JProperty property in schema?["properties"]?.Children<JProperty>() ?? [])
            {
                Walk(property.Value, add, path.Length == 0 ? property.Name : $"{path}.{property.Name}", open);
            }

            if (schema?["items"] is { } items)
            {
                Walk(items, add, $"{path}[]", open);
            }

            foreach (JToken branch in s_combiners.SelectMany(keyword => schema?[keyword]?.Children() ?? []))
            {
                Walk(branch, add, path, open);
            }
        }
    }
}
