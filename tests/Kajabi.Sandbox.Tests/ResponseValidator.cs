using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>Validates responses strictly against the OpenAPI document that the SDK was generated from.</summary>
internal sealed partial class ResponseValidator
{
    private readonly JObject _document;

    private ResponseValidator(JObject document)
    {
        _document = document;
    }

    /// <summary>The members found so far, as <c>type.attributes.name</c> or <c>type.relationships.name</c>.</summary>
    public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

    public IEnumerable<(string Method, string Path, JObject Operation)> Operations =>
        _document["paths"]!
            .Children<JProperty>()
            .SelectMany(path =>
                path.Value.Children<JProperty>()
                    .Select(operation => (operation.Name.ToUpperInvariant(), path.Name, (JObject)operation.Value))
            );

    public static ResponseValidator Load() => new(JObject.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json"))));

    public JObject Schema(string name) => (JObject)_document["components"]!["schemas"]![name]!;

    public JObject? Resource(string resourceType) =>
        _document["components"]!["schemas"]!
            .Children<JProperty>()
            .Select(schema => (JObject)schema.Value)
            .FirstOrDefault(schema => (string?)schema["x-kind"] == "resource" && (string?)schema["x-resource-type"] == resourceType);

    /// <summary>Returns all declared attributes and relationships, in the format of <see cref="Seen"/>.</summary>
    public IEnumerable<string> Declared() =>
        _document["components"]!["schemas"]!
            .Children<JProperty>()
            .Select(schema => (JObject)schema.Value)
            .Where(schema => (string?)schema["x-kind"] == "resource")
            .SelectMany(schema => Members(schema, "attributes").Concat(Members(schema, "relationships")));

    /// <summary>Returns the include paths of an operation.</summary>
    public IEnumerable<string> Includes(JObject operation)
    {
        JToken? include = operation["x-query"] is { } query ? Schema((string)query!)["properties"]!["include"] : null;
        return include is null
            ? []
            : Schema(Element().Match((string)include["x-csharp-type"]!).Groups[1].Value)["properties"]!
                .Children<JProperty>()
                .Select(value => value.Name);
    }

    /// <summary>Returns all violations in a document.</summary>
    public IEnumerable<string> Check(JToken document)
    {
        IEnumerable<JToken> primary = document is JArray bare
            ? bare
            : document["data"] switch
            {
                JArray list => list,
                { } one => [one],
                null => [],
            };
        IEnumerable<JToken> included = document is JObject ? document["included"] ?? new JArray() : [];
        return primary.Concat(included).SelectMany(resource => CheckResource((JObject)resource));
    }

    [GeneratedRegex("<(.+)>")]
    private static partial Regex Element();

    private static IEnumerable<string> Members(JObject resource, string part)
    {
        JObject properties = (JObject)resource.Root.SelectToken($"components.schemas.{resource[$"x-{part}"]}.properties")!;
        return properties.Properties().Select(property => $"{resource["x-resource-type"]}.{part}.{property.Name}");
    }

    private IEnumerable<string> CheckResource(JObject resource)
    {
        string type = (string)resource["type"]!;
        if (Resource(type) is not { } schema)
        {
            return [$"{type}: unknown type"];
        }

        IEnumerable<string> members = resource
            .Properties()
            .Where(member => schema["properties"]![member.Name] is null)
            .Select(member => $"{type}: unknown member {member.Name}");
        JObject attributes = Schema((string)schema["x-attributes"]!);
        JObject relationships = Schema((string)schema["x-relationships"]!);
        bool isOpen = !((JObject)attributes["properties"]!).HasValues;
        return members
            .Concat(
                isOpen
                    ? []
                    : ((JObject?)resource["attributes"] ?? [])
                        .Properties()
                        .SelectMany(attribute =>
                            CheckMember($"{type}.attributes.{attribute.Name}", attributes["properties"]![attribute.Name], attribute.Value)
                        )
            )
            .Concat(
                ((JObject?)resource["relationships"] ?? [])
                    .Properties()
                    .SelectMany(relationship => CheckRelationship(type, relationship, relationships["properties"]![relationship.Name]))
            );
    }

    private IEnumerable<string> CheckMember(string path, JToken? schema, JToken value)
    {
        if (schema is null)
        {
            return [$"{path}: not declared"];
        }

        if (value.Type == JTokenType.Null)
        {
            return (bool?)schema["nullable"] == true ? [] : [$"{path}: null but not nullable"];
        }

        Seen.Add(path);
        string[] kinds = schema["x-json-types"]?.Values<string>().OfType<string>().ToArray() ?? [(string)schema["type"]!];
        string kind = value.Type switch
        {
            JTokenType.String => "string",
            JTokenType.Integer => "integer",
            JTokenType.Float => "number",
            JTokenType.Boolean => "boolean",
            JTokenType.Array => "array",
            _ => "object",
        };
        if (!kinds.Contains(kind) && !(kind == "integer" && kinds.Contains("number")))
        {
            return [$"{path}: {kind} instead of {string.Join(" or ", kinds)}"];
        }

        if (schema["enum"] is { } values && !values.Values<string>().Contains((string?)value))
        {
            return [$"{path}: '{value}' is not a declared value"];
        }

        return [];
    }

    private IEnumerable<string> CheckRelationship(string type, JProperty relationship, JToken? schema)
    {
        string path = $"{type}.relationships.{relationship.Name}";
        if (schema is null)
        {
            return [$"{path}: not declared"];
        }

        JToken? data = relationship.Value["data"];
        IEnumerable<JToken> identifiers = data switch
        {
            JArray list => list,
            JObject one => [one],
            _ => [],
        };
        if (identifiers.Any())
        {
            Seen.Add(path);
        }

        return identifiers
            .Where(identifier => (string?)identifier["type"] != (string?)schema["x-target-type"])
            .Select(identifier => $"{path}: unexpected type {identifier["type"]}")
            .Concat(
                data is not null && data.Type != JTokenType.Null && data is JArray != (bool)schema["x-many"]!
                    ? [$"{path}: to-one and to-many differ"]
                    : []
            );
    }
}
