namespace Kajabi.Cli.Endpoints;

/// <summary>Every resource type of the contract, those among them that are only included in others.</summary>
internal static class ResourceTypeTable
{
    private static readonly Dictionary<string, Resource> s_empty = typeof(Resource)
        .Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(Resource)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(static type => (Resource)Activator.CreateInstance(type)!)
        .ToDictionary(static resource => resource.Type, StringComparer.Ordinal);

    /// <summary>The types in alphabetical order.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_empty.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Returns a resource of the type without content, for its declarations; null for an unknown type.</summary>
    public static Resource? Find(string type) => s_empty.GetValueOrDefault(type);
}
