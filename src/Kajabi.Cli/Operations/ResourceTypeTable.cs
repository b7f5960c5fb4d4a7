namespace Kajabi.Cli.Operations;

/// <summary>All resource types of the OpenAPI document, including those that only occur as included resources.</summary>
internal static class ResourceTypeTable
{
    private static readonly Dictionary<string, Resource> s_empty = GeneratedResources.Names.ToDictionary(
        static type => type,
        static type => GeneratedResources.Create(type)!,
        StringComparer.Ordinal
    );

    /// <summary>The resource types in alphabetical order.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_empty.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Returns an empty resource of the type, for its declared members; null for an unknown type.</summary>
    public static Resource? Find(string type) => s_empty.GetValueOrDefault(type);
}
