using Kajabi.Composer.Validation;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>All kinds of locations in an OpenAPI document whose text could be written into C#, with an edit that inserts a text.</summary>
internal static class HostileLocations
{
    private const string Thing = "components.schemas.thing.properties";
    private const string List = "paths['/v1/things'].get";
    private const string Filter = List + ".parameters[0]";
    private const string Ok = List + ".responses['200']";
    private const string Name = Thing + ".attributes.properties.name";

    /// <summary>Gets the locations of names, values and types.</summary>
    public static IReadOnlyDictionary<string, Action<JObject, string>> Names { get; } =
        new Dictionary<string, Action<JObject, string>>
        {
            ["path"] = static (root, text) => Rename(root, "paths['/v1/token']", "/v1/" + text),
            ["path without slash"] = static (root, text) => Rename(root, "paths['/v1/token']", text),
            ["path parameter"] = static (root, text) =>
            {
                Set(root, "paths['/v1/things/{thing_id}'].get.parameters[0].name", text);
                Rename(root, "paths['/v1/things/{thing_id}']", $"/v1/things/{{{text}}}");
            },
            ["query parameter"] = static (root, text) => Set(root, Filter + ".name", text),
            ["filter"] = static (root, text) => Set(root, Filter + ".name", $"filter[{text}]"),
            ["list filter"] = static (root, text) => Set(root, List + ".parameters[2].name", $"filter[{text}][]"),
            ["header parameter"] = static (root, text) => Set(root, List + ".parameters[7].name", text),
            ["media type of a response"] = static (root, text) => Rename(root, Ok + ".content['application/vnd.api+json']", text),
            ["subtype of a response"] = static (root, text) =>
                Rename(root, Ok + ".content['application/vnd.api+json']", "application/" + text),
            ["media type of a body"] = static (root, text) =>
                Rename(root, "paths['/v1/things'].post.requestBody.content['application/vnd.api+json']", "application/" + text),
            ["status"] = static (root, text) => Rename(root, List + ".responses['422']", text),
            ["attribute"] = static (root, text) => Rename(root, Name, text),
            ["member of a nested object"] = static (root, text) =>
                Rename(root, Thing + ".attributes.properties.parts.items.properties.weight", text),
            ["list of objects"] = static (root, text) => Rename(root, Thing + ".attributes.properties.parts", text),
            ["member of a response"] = static (root, text) =>
                Rename(root, "paths['/v1/token'].post.responses['200'].content['application/json'].schema.properties.text", text),
            ["field of a form"] = static (root, text) =>
                Rename(
                    root,
                    "paths['/v1/token'].post.requestBody.content['application/x-www-form-urlencoded'].schema.properties.grant",
                    text
                ),
            ["relationship"] = static (root, text) =>
            {
                Rename(root, Thing + ".relationships.properties.owner", text);
                Set(root, List + ".parameters[4].schema.items.enum[0]", text);
            },
            ["resource type"] = static (root, text) => Set(root, Thing + ".type.enum[0]", text),
            ["x-resource-type"] = static (root, text) => Add(root, "components.schemas.thing", "x-resource-type", text),
            ["type of a relationship"] = static (root, text) =>
                Set(root, Thing + ".relationships.properties.owner.x-relationship.type", text),
            ["key of x-resources"] = static (root, text) => Rename(root, "components.x-resources.people", text),
            ["name in x-resources"] = static (root, text) => Set(root, "components.x-resources.people.name", text),
            ["x-csharp-name"] = static (root, text) => Add(root, Filter, "x-csharp-name", text),
            ["x-enum-name"] = static (root, text) => Set(root, Thing + ".attributes.properties.kind.x-enum-name", text),
            ["x-name"] = static (root, text) =>
                Add(root, "paths['/v1/token'].post.responses['200'].content['application/json'].schema", "x-name", text),
            ["x-operation-name"] = static (root, text) => Add(root, List, "x-operation-name", text),
            ["value of an enum"] = static (root, text) => Set(root, Thing + ".attributes.properties.kind.enum[1]", text),
            ["value of a filter"] = static (root, text) => Set(root, List + ".parameters[1].schema.enum[1]", text),
            ["value of sort"] = static (root, text) => Set(root, List + ".parameters[3].schema.enum[0]", text),
            ["value of include"] = static (root, text) => Set(root, List + ".parameters[4].schema.items.enum[0]", text),
            ["tag"] = static (root, text) => Set(root, "paths['/v1/token'].post.tags[0]", text),
            ["component"] = static (root, text) =>
                Add(root, "components.schemas", text, new JObject { ["type"] = "object", ["x-resource-type"] = "others" }),
        };

    /// <summary>Gets the locations of free text. No document is rejected for it.</summary>
    public static IReadOnlyDictionary<string, Action<JObject, string>> Texts { get; } =
        new Dictionary<string, Action<JObject, string>>
        {
            ["info"] = static (root, text) =>
                (root["info"]!["title"], root["info"]!["version"], root["info"]!["description"]) = (text, text, text),
            ["server"] = static (root, text) => Set(root, "servers[0].url", text),
            ["summary"] = static (root, text) => Set(root, List + ".summary", text),
            ["description of an operation"] = static (root, text) => Set(root, List + ".description", text),
            ["description of a response"] = static (root, text) => Set(root, Ok + ".description", text),
            ["description of a path parameter"] = static (root, text) =>
                Set(root, "paths['/v1/things/{thing_id}'].get.parameters[0].description", text),
            ["description of a query parameter"] = static (root, text) => Set(root, Filter + ".description", text),
            ["description of a resource"] = static (root, text) => Set(root, "components.x-resources.people.description", text),
            ["description of attributes"] = static (root, text) => Set(root, Thing + ".attributes.description", text),
            ["description of an attribute"] = static (root, text) => Set(root, Name + ".description", text),
            ["description of a nested member"] = static (root, text) =>
                Set(root, Thing + ".attributes.properties.parts.items.properties.weight.description", text),
            ["description of a relationship"] = static (root, text) =>
                Set(root, Thing + ".relationships.properties.owner.description", text),
            ["reason of a deprecated attribute"] = static (root, text) => Add(root, Name, "x-deprecation-reason", text),
            ["reason of a deprecated relationship"] = static (root, text) =>
                Add(root, Thing + ".relationships.properties.owner", "x-deprecation-reason", text),
            ["keywords of a schema"] = static (root, text) =>
                Array.ForEach(["format", "pattern", "default", "example", "title", "$comment"], keyword => Add(root, Name, keyword, text)),
            ["operationId"] = static (root, text) => Set(root, List + ".operationId", text),
            ["our keywords on a property"] = static (root, text) => AddOurs(root, Name, text),
            ["our keywords on a resource"] = static (root, text) => AddOurs(root, "components.schemas.thing", text),
            ["our keywords on an operation"] = static (root, text) => AddOurs(root, List, text),
            ["our keywords on a parameter"] = static (root, text) => AddOurs(root, Filter, text),
            ["tags of the contract"] = static (root, text) =>
                root["tags"] = new JArray(new JObject { ["name"] = text, ["description"] = text }),
        };

    /// <summary>Adds members that only the composer may write. The composer must ignore them in its input.</summary>
    private static void AddOurs(JObject root, string path, string text) =>
        Add(
            root,
            path,
            "x-csharp",
            new JObject(
                ComposedChecker
                    .Identifiers.Concat(ComposedChecker.Types)
                    .Concat(ComposedChecker.Literals)
                    .Concat(ComposedChecker.Docs)
                    .Append("kind")
                    .Select(member => new JProperty(member, text))
            )
        );

    private static void Set(JObject root, string path, string text) => root.SelectToken(path, errorWhenNoMatch: true)!.Replace(text);

    private static void Add(JObject root, string path, string keyword, JToken value) =>
        root.SelectToken(path, errorWhenNoMatch: true)![keyword] = value;

    private static void Rename(JObject root, string path, string name)
    {
        JProperty property = (JProperty)root.SelectToken(path, errorWhenNoMatch: true)!.Parent!;
        property.Replace(new JProperty(name, property.Value));
    }
}
