using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.Model;

/// <summary>A group of <c>x-attribute-filters</c>: attributes that support the same suffixes.</summary>
/// <param name="Attributes">The names of attributes.</param>
/// <param name="Suffixes">The suffixes as the list spells them.</param>
internal sealed record FilterStatement(IReadOnlyList<JToken> Attributes, IReadOnlyList<JToken> Suffixes)
{
    /// <summary>The extension of an operation.</summary>
    public const string Keyword = "x-attribute-filters";

    /// <summary>Reads a group; returns null if it is malformed.</summary>
    public static FilterStatement? Read(JToken group) =>
        group is JObject { Count: 2 } members
        && Texts(members["attributes"]) is { } attributes
        && Texts(members["suffixes"]) is { } suffixes
            ? new FilterStatement(attributes, suffixes)
            : null;

    private static JToken[]? Texts(JToken? list) =>
        list is JArray { Count: > 0 } texts && texts.All(static text => text is JValue { Value: string }) ? [.. texts] : null;
}
