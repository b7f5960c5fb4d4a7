namespace Kajabi.Sandbox.Internal.Data.Templates;

/// <summary>The templates of all resource types of the API, which complete the resources that a test adds.</summary>
internal static class ResourceTemplates
{
    private static readonly Dictionary<string, ResourceTemplate> s_all = new[]
    {
        PeopleTemplates.Create(),
        CatalogTemplates.Create(),
        SalesTemplates.Create(),
        ContentTemplates.Create(),
    }
        .SelectMany(static part => part)
        .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The resource types of the API, in alphabetical order.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_all.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Returns the template of a type; null if the API has no such type.</summary>
    public static ResourceTemplate? Find(string type) => s_all.GetValueOrDefault(type);
}
