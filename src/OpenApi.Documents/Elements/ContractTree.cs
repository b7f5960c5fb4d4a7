using Newtonsoft.Json.Linq;

namespace OpenApi.Documents.Elements;

/// <summary>
/// Enumerates the elements of an OpenAPI document. Examples, and attributes with the name of a keyword (<c>type</c>), are not mistaken for
/// keywords.
/// </summary>
internal static class ContractTree
{
    private static readonly string[] s_single =
    [
        "items",
        "additionalProperties",
        "not",
        "contains",
        "propertyNames",
        "if",
        "then",
        "else",
        "unevaluatedProperties",
        "unevaluatedItems",
    ];

    private static readonly string[] s_lists = ["anyOf", "oneOf", "allOf", "prefixItems"];

    private static readonly string[] s_maps = ["properties", "patternProperties", "$defs", "dependentSchemas"];

    private static readonly HashSet<string> s_values = ["example", "examples", "default", "const", "enum"];

    // The other members with names of the API, such as the form fields below `encoding`.
    private static readonly string[] s_otherMaps =
    [
        "callbacks",
        "content",
        "dependentRequired",
        "encoding",
        "examples",
        "headers",
        "links",
        "mapping",
        "parameters",
        "pathItems",
        "requestBodies",
        "responses",
        "schemas",
        "scopes",
        "securitySchemes",
        "variables",
        "webhooks",
    ];

    // Other data, in which references are searched nevertheless.
    private static readonly HashSet<string> s_otherValues = ["security", "value"];

    /// <summary>Gets the methods of operations, in lower case.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>Gets the keywords of mappings whose keys are names of the API.</summary>
    public static IReadOnlyList<string> NameMaps { get; } = [.. s_maps, .. s_otherMaps];

    public static bool IsMethod(string member) => Methods.Contains(member);

    /// <summary>Returns whether a member of an element contains data instead of elements.</summary>
    public static bool IsData(JProperty member) => IsValueKeyword(member) || s_otherValues.Contains(member.Name);

    /// <summary>Returns the operations of a path.</summary>
    public static IEnumerable<JProperty> Operations(JToken path) =>
        path.Children<JProperty>().Where(static member => IsMethod(member.Name) && member.Value is JObject);

    /// <summary>Returns all operations.</summary>
    public static IEnumerable<JProperty> Operations(JObject root) => Paths(root).SelectMany(static path => Operations(path.Value));

    /// <summary>Returns the paths whose value is a mapping, without extensions.</summary>
    public static IEnumerable<JProperty> Paths(JObject root) =>
        (root["paths"]?.Children<JProperty>() ?? []).Where(static path =>
            path.Value is JObject && !path.Name.StartsWith("x-", StringComparison.Ordinal)
        );

    /// <summary>Returns all references, except for those in examples, which are data.</summary>
    public static IEnumerable<JProperty> References(JObject root) =>
        root.Descendants()
            .OfType<JProperty>()
            .Where(static property =>
                property is { Name: "$ref", Value: JValue { Value: string } } && !property.Ancestors().OfType<JProperty>().Any(IsValue)
            );

    /// <summary>Returns each inline or component schema once.</summary>
    public static IEnumerable<JObject> Schemas(JObject root)
    {
        IEnumerable<JToken> shared = Members(root.SelectToken("components.schemas"))
            .Concat(
                ((string[])["parameters", "headers", "responses", "requestBodies"]).SelectMany(kind =>
                    Members(root.SelectToken($"components.{kind}")).SelectMany(ElementSchemas)
                )
            );
        IEnumerable<JToken> paths = Paths(root)
            .SelectMany(static path =>
                Items(path.Value, "parameters")
                    .SelectMany(ElementSchemas)
                    .Concat(Operations(path.Value).SelectMany(static operation => OperationSchemas(operation.Value)))
            );
        return shared.Concat(paths).OfType<JObject>().SelectMany(WithSubschemas);
    }

    /// <summary>Returns the direct subschemas of a schema.</summary>
    public static IEnumerable<JObject> Subschemas(JObject schema) =>
        s_single
            .Select(keyword => schema[keyword])
            .Concat(s_lists.SelectMany(keyword => Items(schema, keyword)))
            .Concat(s_maps.SelectMany(keyword => Members(schema[keyword])))
            .OfType<JObject>();

    // An attribute may have the name of a keyword.
    private static bool IsValue(JProperty member) =>
        IsValueKeyword(member) && member.Parent?.Parent is not JProperty { Name: "properties" };

    // Named examples of a media type may be references.
    private static bool IsValueKeyword(JProperty member) =>
        s_values.Contains(member.Name) && !(member.Name == "examples" && member.Value is JObject);

    private static IEnumerable<JObject> WithSubschemas(JObject schema) => Subschemas(schema).SelectMany(WithSubschemas).Prepend(schema);

    private static IEnumerable<JToken> OperationSchemas(JToken operation) =>
        Items(operation, "parameters")
            .SelectMany(ElementSchemas)
            .Concat(ElementSchemas(operation["requestBody"] ?? new JObject()))
            .Concat(Members(operation["responses"]).SelectMany(ElementSchemas));

    /// <summary>Returns the schemas of a parameter, header, body or response.</summary>
    private static IEnumerable<JToken> ElementSchemas(JToken element) =>
        element is not JObject members
            ? []
            : Own(members)
                .Concat(Members(members["content"]).Select(static media => (media as JObject)?["schema"]).OfType<JToken>())
                .Concat(Members(members["headers"]).SelectMany(ElementSchemas));

    private static IEnumerable<JToken> Own(JObject element) => element["schema"] is { } schema ? [schema] : [];

    private static IEnumerable<JToken> Items(JToken element, string member) => (element as JObject)?[member] is JArray list ? list : [];

    private static IEnumerable<JToken> Members(JToken? map) =>
        map is JObject members ? members.Properties().Select(static member => member.Value) : [];
}
