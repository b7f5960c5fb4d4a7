using Kajabi.Cli.Operations;

namespace Kajabi.Cli.Options;

/// <summary>Reads names of resource types as a person writes them: <c>contact</c>, <c>Contacts</c> and <c>blog-post</c>.</summary>
internal static class ResourceTypeName
{
    /// <summary>Returns the name in the API; the text itself if no type has the name.</summary>
    public static string Resolve(string text) =>
        ResourceTypeTable.Types.Contains(text)
            ? text
            : ResourceTypeTable.Types.FirstOrDefault(type => Normalize(type) == Normalize(text)) ?? text;

    /// <summary>Returns the name without case, separators and the plural.</summary>
    private static string Normalize(string name)
    {
        string letters = name.Trim()
            .Replace("_", string.Empty, StringComparison.Ordinal)
            .Replace("-", string.Empty, StringComparison.Ordinal)
            .ToLowerInvariant();
        return letters.EndsWith('s') ? letters[..^1] : letters;
    }
}
