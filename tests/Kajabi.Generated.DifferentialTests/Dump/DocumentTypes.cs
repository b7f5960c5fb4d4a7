using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Dump;

/// <summary>The types that JSON can be read as, by a name that is the same in both assemblies.</summary>
internal static class DocumentTypes
{
    private static readonly Type[] s_bases =
    [
        typeof(Document),
        typeof(Resource),
        typeof(JsonApiObject),
        typeof(RelationshipsObject),
        typeof(WebhookEvent),
    ];

    private static readonly SortedDictionary<string, Type> s_types = Create();

    public static IReadOnlyList<string> Names { get; } = [.. s_types.Keys];

    /// <summary>Returns the type with a name, such as <c>ContactDocument</c> or <c>ToManyRelationship&lt;Offer&gt;</c>.</summary>
    public static Type Find(string name) => s_types[name];

    private static SortedDictionary<string, Type> Create()
    {
        Type[] exported = [.. typeof(Document).Assembly.GetExportedTypes().Where(static type => !type.IsGenericTypeDefinition)];
        Type[] resources = [.. exported.Where(static type => typeof(Resource).IsAssignableFrom(type))];
        SortedDictionary<string, Type> types = new(StringComparer.Ordinal)
        {
            [nameof(JToken)] = typeof(JToken),
            [nameof(Relationship)] = typeof(Relationship),
        };
        foreach (Type type in exported.Where(static type => s_bases.Any(known => known.IsAssignableFrom(type)) && type != typeof(Document)))
        {
            types.Add(type.Name, type);
        }

        foreach (Type resource in resources)
        {
            types.Add($"ToOneRelationship<{resource.Name}>", typeof(ToOneRelationship<>).MakeGenericType(resource));
            types.Add($"ToManyRelationship<{resource.Name}>", typeof(ToManyRelationship<>).MakeGenericType(resource));
        }

        return types;
    }
}
