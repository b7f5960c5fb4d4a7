using Kajabi.Composer.Output;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Impact;

/// <summary>Determines the public API that the templates of <c>build/codegen</c> generate for a composed document.</summary>
internal static class ApiSurface
{
    public static IReadOnlyDictionary<string, ApiType> Create(JObject composed)
    {
        IEnumerable<ApiType> types = composed["components"]!["schemas"]!
            .Children<JProperty>()
            .Select(static schema => schema.Value[CSharpExtension.Keyword])
            .OfType<JToken>()
            .Select(Type)
            .OfType<ApiType>();
        ApiType[] client = [.. types.Where(static type => type.Name == "KajabiClient").Select(static type => Interface(type))];
        return types.Concat(client).Concat(ApiMethods.Types(composed)).ToDictionary(static type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>Returns the type that is generated for the extension of a schema, by its kind; null if it is not public.</summary>
    private static ApiType? Type(JToken type)
    {
        string name = (string)type["name"]!;
        return (string?)type["kind"] switch
        {
            "attributes" or "object" => Class(name, " : JsonApiObject", Members(type).Select(Attribute)),
            "relationships" => Class(name, " : RelationshipsObject", Members(type).Select(Relationship)),
            "resource" => Class(
                name,
                $" : Resource<{name}Attributes, {name}Relationships>",
                [new ApiMember("ResourceType", "const string ResourceType", null)]
            ),
            "document" => Class(name, $" : ResourceDocument<{type["resource"]}>", []),
            "collection" => Class(name, $" : ResourceCollection<{type["resource"]}>", []),
            "sort-enum" => Enum(
                name,
                Members(type).Select(value => Value(name, value)).Append(new ApiMember("Descending", $"{name} Descending {{ get; }}", null))
            ),
            "enum" or "field-enum" or "include-enum" => Enum(name, Members(type).Select(value => Value(name, value))),
            "query" => Class(name, " : KajabiQuery", Query(type)),
            "fieldsets" => Class(
                name,
                " : SparseFieldsets",
                Members(type).Select(static fields => Property($"IList<{fields["typeName"]}>", fields))
            ),
            "filter" => Class(
                name,
                " : QueryFilter",
                Members(type).Select(static filter => Property((string)filter["typeName"]!, filter, isReadOnly: true))
            ),
            "attribute-filter" => Class(
                name,
                " : QueryFilter",
                Members(type).Select(static filter => Property((string)filter["typeName"]!, filter))
            ),
            "form" => Class(name, string.Empty, Members(type).Select(static field => Property((string)field["typeName"]!, field))),
            "client" => Class(name, string.Empty, Members(type).Select(Area)),
            _ => null,
        };
    }

    private static ApiType Class(string name, string bases, IEnumerable<ApiMember> members) =>
        new(name, $"class {name}{bases}", [.. members]);

    private static ApiType Interface(ApiType type) => new($"I{type.Name}", $"interface I{type.Name}", type.Members);

    private static ApiType Enum(string name, IEnumerable<ApiMember> members) => new(name, $"record struct {name}", [.. members]);

    private static IEnumerable<JToken> Members(JToken type) => type["members"]!;

    private static ApiMember Area(JToken area) => new((string)area["name"]!, $"I{area["name"]}Api {area["name"]} {{ get; }}", null);

    private static ApiMember Attribute(JToken member) =>
        Property((string)member["typeName"]!, member, isReadOnly: member["isReadOnly"] is not null);

    private static ApiMember Relationship(JToken member) =>
        Property(
            $"{(member["isToMany"] is null ? "ToOneRelationship" : "ToManyRelationship")}<{member["target"]!["name"]}>",
            member,
            isReadOnly: true
        );

    private static ApiMember Value(string type, JToken member) =>
        new((string)member["name"]!, $"static {type} {member["name"]} {{ get; }}", ApiName(member));

    private static IEnumerable<ApiMember> Query(JToken query)
    {
        IEnumerable<ApiMember> parameters = Members(query)
            .Select(static member =>
            {
                // A list is initialized as empty, so it is never required.
                bool isRequired = member["isRequired"] is not null && (string?)member["format"] == "scalar";
                string type = (string)member["typeName"]!;
                return Property(isRequired ? $"required {type.TrimEnd('?')}" : type, member) with { IsRequired = isRequired };
            });
        if ((bool?)query["isFilteredBySite"] == true)
        {
            parameters = parameters.Append(new ApiMember("AllSites", "bool AllSites { get; set; }", null));
        }

        if (query["filter"] is { } filter)
        {
            parameters = parameters.Append(new ApiMember("Filter", $"{filter} Filter {{ get; }}", null));
        }

        return query["fieldsets"] is { } fieldsets
            ? parameters.Append(new ApiMember("Fields", $"{fieldsets} Fields {{ get; set; }}", null))
            : parameters;
    }

    private static ApiMember Property(string type, JToken member, bool isReadOnly = false) =>
        new((string)member["name"]!, $"{type} {member["name"]} {{ get; {(isReadOnly ? string.Empty : "set; ")}}}", ApiName(member))
        {
            IsObsolete = member["obsolete"] is not null,
        };

    // The composer writes C# literals that are JSON strings, too.
    private static string ApiName(JToken member) => (string)JToken.Parse((string)member["literal"]!)!;
}
