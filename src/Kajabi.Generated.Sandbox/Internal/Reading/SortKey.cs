using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>A sort key: numbers are compared as numbers, other values as text, null first.</summary>
/// <param name="Number">The number; null for other values.</param>
/// <param name="Text">The text of any other value.</param>
internal readonly record struct SortKey(decimal? Number, string? Text) : IComparable<SortKey>
{
    public static SortKey Create(SandboxResource resource, string attribute) =>
        resource.Attributes[attribute] switch
        {
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => new(value.GetValue<JsonElement>().GetDecimal(), null),
            { } other => new(null, other.ToString()),
            null => default,
        };

    public int CompareTo(SortKey other) =>
        Number is { } mine && other.Number is { } theirs
            ? mine.CompareTo(theirs)
            : string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase);
}
