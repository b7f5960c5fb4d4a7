using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Diagnostics;

/// <summary>Walks a contract by what each place means, so that an example or an attribute named <c>type</c> is never taken for a keyword.</summary>
internal static class ContractTree
{
    private static readonly HashSet<string> s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

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

    public static bool IsMethod(string member) => s_methods.Contains(member);

    /// <summary>The operations of a path.</summary>
    public static IEnumerable<JProperty> Operations(JToken path) =>
        path.Children<JProperty>().Where(static member => IsMethod(member.Name) && member.Value is JObject);

    /// <summary>Every operation of a contract.</summary>
    public static IEnumerable<JProperty> Operations(JObject root) => Paths(root).SelectMany(static path => Operations(path.Value));

    /// <summary>Every path that is one: a mapping of methods.</summary>
    public static IEnumerable<JProperty> Paths(JObject root) =>
        (root["paths"]?.Children<JProperty>() ?? []).Where(static path =>
            path.Value is JObject && !path.Name.StartsWith("x-", StringComparison.Ordinal)
        );

    /// <summary>Every reference; what stands in an example is data and refers to nothing.</summary>
    public static IEnumerable<JProperty> References(JObject root) =>
        root.Descendants()
            .OfType<JProperty>()
            .Where(static property =>
                property is { Name: "$ref", Value: JValue { Value: string } } && !property.Ancestors().OfType<JProperty>().Any(IsValue)
            );

    /// <summary>Every schema that is written out somewhere, each once.</summary>
    public static IEnumerable<JObject> Schemas(JObject root)
    {
        IEnumerable<JToken> shared = Members(root.SelectToken("components.schemas"))
            .Concat(
                ((string[])["parameters", "headers", "responses", "requestBodies"]).SelectMany(kind =>
                    Members(root.SelectToken($"components.{kind}")).SelectMany(SchemasOf)
                )
            );
        IEnumerable<JToken> paths = Paths(root)
            .SelectMany(static path =>
                Items(path.Value, "parameters")
                    .SelectMany(SchemasOf)
                    .Concat(Operations(path.Value).SelectMany(static operation => SchemasOfOperation(operation.Value)))
            );
        return shared.Concat(paths).OfType<JObject>().SelectMany(WithInner);
    }

    /// <summary>The schemas directly below a schema.</summary>
    public static IEnumerable<JObject> Inner(JObject schema) =>
        s_single
            .Select(keyword => schema[keyword])
            .Concat(s_lists.SelectMany(keyword => Items(schema, keyword)))
            .Concat(s_maps.SelectMany(keyword => Members(schema[keyword])))
            .OfType<JObject>();

    // Named examples of a media type may refer to shared ones; an attribute may be named like a keyword.
    private static bool IsValue(JProperty member) =>
        s_values.Contains(member.Name)
        && !(member.Name == "examples" && member.Value is JObject)
        && member.Parent?.Parent is not JProperty { Name: "properties" };

    private static IEnumerable<JObject> WithInner(JObject schema) => Inner(schema).SelectMany(WithInner).Prepend(schema);

    private static IEnumerable<JToken> SchemasOfOperation(JToken operation) =>
        Items(operation, "parameters")
            .SelectMany(SchemasOf)
            .Concat(SchemasOf(operation["requestBody"] ?? new JObject()))
            .Concat(Members(operation["responses"]).SelectMany(SchemasOf));

    /// <summary>The schemas of a parameter, a header, a body or an answer.</summary>
    private static IEnumerable<JToken> SchemasOf(JToken holder) =>
        holder is not JObject members
            ? []
            : Own(members)
                .Concat(Members(members["content"]).Select(static media => (media as JObject)?["schema"]).OfType<JToken>())
                .Concat(Members(members["headers"]).SelectMany(SchemasOf));

    private static IEnumerable<JToken> Own(JObject holder) => holder["schema"] is { } schema ? [schema] : [];

    private static IEnumerable<JToken> Items(JToken holder, string member) => (holder as JObject)?[member] is JArray list ? list : [];

    private static IEnumerable<JToken> Members(JToken? map) =>
        map is JObject members ? members.Properties().Select(static member => member.Value) : [];
}
