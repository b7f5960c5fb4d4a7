using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>Validates responses strictly against the OpenAPI document that the SDK was generated from.</summary>
internal sealed class ResponseValidator
{
    private readonly JObject _document;

    private ResponseValidator(JObject document)
    {
        _document = document;
    }

    public JObject Document => _document;

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
            .FirstOrDefault(schema => IsResource(schema) && ResourceType(schema) == resourceType);

    /// <summary>Returns all declared attributes and relationships, in the format of <see cref="Seen"/>.</summary>
    public IEnumerable<string> Declared() =>
        _document["components"]!["schemas"]!
            .Children<JProperty>()
            .Select(schema => (JObject)schema.Value)
            .Where(IsResource)
            .SelectMany(schema => Members(schema, "attributes").Concat(Members(schema, "relationships")));

    /// <summary>Returns the relationships of a resource type.</summary>
    public IEnumerable<string> Relationships(string resourceType) =>
        Resource(resourceType) is { } resource
            ? ((JObject)Part(resource, "relationships")["properties"]!).Properties().Select(static one => one.Name)
            : [];

    /// <summary>Returns the include paths of an operation.</summary>
    public static IEnumerable<string> Includes(JObject operation)
    {
        JToken? include = operation["parameters"]!.FirstOrDefault(static parameter => (string?)parameter["name"] == "include");
        return include is null ? [] : include["schema"]!["items"]!["enum"]!.Values<string>().OfType<string>();
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

    private static bool IsResource(JObject schema) => (string?)schema["x-csharp"]?["kind"] == "resource";

    private static string ResourceType(JObject resource) => (string)resource["properties"]!["type"]!["enum"]!.Single()!;

    private IEnumerable<string> Members(JObject resource, string part) =>
        ((JObject)Part(resource, part)["properties"]!).Properties().Select(property => $"{ResourceType(resource)}.{part}.{property.Name}");

    /// <summary>Returns the schema of the attributes or relationships of a resource.</summary>
    private JObject Part(JObject resource, string part) =>
        Schema(((string)resource["properties"]![part]!["$ref"]!)["#/components/schemas/".Length..]);

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
        JObject attributes = Part(schema, "attributes");
        JObject relationships = Part(schema, "relationships");
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
                    .SelectMany(relationship => CheckRelationship(type, relationship, relationships))
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
            return (bool?)(schema["anyOf"]?[0] ?? schema)["nullable"] == true ? [] : [$"{path}: null but not nullable"];
        }

        Seen.Add(path);
        IEnumerable<JToken> alternatives = schema["anyOf"] ?? (IEnumerable<JToken>)[schema];
        string[] kinds = [.. alternatives.Select(static alternative => (string)alternative["type"]!)];
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

    private IEnumerable<string> CheckRelationship(string type, JProperty relationship, JObject relationships)
    {
        string path = $"{type}.relationships.{relationship.Name}";
        JToken? member = relationships["x-csharp"]!["members"]!.FirstOrDefault(member =>
            (string?)member["literal"] == $"\"{relationship.Name}\""
        );
        if (member is null)
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
            .Where(identifier => $"\"{identifier["type"]}\"" != (string?)member["target"]!["literal"])
            .Select(identifier => $"{path}: unexpected type {identifier["type"]}")
            .Concat(
                data is not null && data.Type != JTokenType.Null && data is JArray != (member["isToMany"] is not null)
                    ? [$"{path}: to-one and to-many differ"]
                    : []
            );
    }
}
