using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Impact;

/// <summary>Determines the public API that the templates of <c>build/codegen</c> generate for a composed document.</summary>
internal static class ApiSurface
{
    public static IReadOnlyDictionary<string, ApiType> Create(JObject composed)
    {
        IEnumerable<ApiType> types = composed["components"]!["schemas"]!
            .Children<JProperty>()
            .Select(static schema => Type(schema.Name, (JObject)schema.Value))
            .OfType<ApiType>();
        ApiType[] client = [.. types.Where(static type => type.Name == "KajabiClient").Select(static type => Interface(type))];
        return types.Concat(client).Concat(ApiMethods.Types(composed)).ToDictionary(static type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>Returns the type that is generated for a schema, by its <c>x-kind</c>; null if it is not public.</summary>
    private static ApiType? Type(string name, JObject schema) =>
        (string?)schema["x-kind"] switch
        {
            "attributes" or "object" => Class(name, " : JsonApiObject", Properties(schema, Attribute)),
            "relationships" => Class(name, " : RelationshipsObject", Properties(schema, Relationship)),
            "resource" => Class(
                name,
                $" : Resource<{schema["x-attributes"]}, {schema["x-relationships"]}>",
                [new ApiMember("ResourceType", "const string ResourceType", null)]
            ),
            "document" => Class(name, $" : ResourceDocument<{schema["x-resource"]}>", []),
            "collection" => Class(name, $" : ResourceCollection<{schema["x-resource"]}>", []),
            "sort-enum" => Enum(
                name,
                Properties(schema, (property, apiName) => Value(name, property, apiName))
                    .Append(new ApiMember("Descending", $"{name} Descending {{ get; }}", null))
            ),
            "enum" or "field-enum" or "include-enum" => Enum(
                name,
                Properties(schema, (property, apiName) => Value(name, property, apiName))
            ),
            "query" => Class(name, " : KajabiQuery", Query(schema)),
            "fieldsets" => Class(
                name,
                " : SparseFieldsets",
                Properties(
                    schema,
                    static (property, apiName) => Property($"IList<{property["x-csharp-type"]}>", property, $"fields[{apiName}]")
                )
            ),
            "form" => Class(
                name,
                string.Empty,
                Properties(schema, static (property, apiName) => Property((string)property["x-csharp-type"]!, property, apiName))
            ),
            "client" => Class(
                name,
                string.Empty,
                Properties(
                    schema,
                    static (property, _) =>
                        new ApiMember(
                            (string)property["x-csharp-name"]!,
                            $"I{property["x-csharp-name"]}Api {property["x-csharp-name"]} {{ get; }}",
                            null
                        )
                )
            ),
            _ => null,
        };

    private static ApiType Class(string name, string bases, IEnumerable<ApiMember> members) =>
        new(name, $"class {name}{bases}", [.. members]);

    private static ApiType Interface(ApiType type) => new($"I{type.Name}", $"interface I{type.Name}", type.Members);

    private static ApiType Enum(string name, IEnumerable<ApiMember> members) => new(name, $"record struct {name}", [.. members]);

    private static IEnumerable<ApiMember> Properties(JObject schema, Func<JObject, string, ApiMember> member) =>
        (schema["properties"] as JObject ?? []).Properties().Select(property => member((JObject)property.Value, property.Name));

    private static ApiMember Attribute(JObject property, string apiName) =>
        Property((string)property["x-csharp-type"]!, property, apiName, (bool?)property["x-read-only"] == true);

    private static ApiMember Relationship(JObject property, string apiName) =>
        Property(
            $"{((bool)property["x-many"]! ? "ToManyRelationship" : "ToOneRelationship")}<{property["x-target-class"]}>",
            property,
            apiName,
            isReadOnly: true
        );

    private static ApiMember Value(string type, JObject property, string apiName) =>
        new((string)property["x-csharp-name"]!, $"static {type} {property["x-csharp-name"]} {{ get; }}", apiName);

    private static IEnumerable<ApiMember> Query(JObject schema)
    {
        IEnumerable<ApiMember> parameters = Properties(
            schema,
            static (property, apiName) =>
            {
                // A list is initialized as empty, so it is never required.
                bool isRequired = (bool?)property["x-required"] == true && (string?)property["x-query-kind"] == "scalar";
                string type = (string)property["x-csharp-type"]!;
                return Property(isRequired ? $"required {type.TrimEnd('?')}" : type, property, apiName) with { IsRequired = isRequired };
            }
        );
        if ((bool?)schema["x-site-optional"] == true)
        {
            parameters = parameters.Append(new ApiMember("AllSites", "bool AllSites { get; set; }", null));
        }

        return schema["x-fieldsets"] is { } fieldsets
            ? parameters.Append(new ApiMember("Fields", $"{fieldsets} Fields {{ get; set; }}", null))
            : parameters;
    }

    private static ApiMember Property(string type, JObject property, string apiName, bool isReadOnly = false) =>
        new(
            (string)property["x-csharp-name"]!,
            $"{type} {property["x-csharp-name"]} {{ get; {(isReadOnly ? string.Empty : "set; ")}}}",
            apiName
        )
        {
            IsObsolete = (bool?)property["deprecated"] == true,
        };
}
