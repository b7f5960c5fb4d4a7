using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>What resources are sorted by: numbers as numbers, the rest as text, nothing before everything.</summary>
/// <param name="Number">The value of a number.</param>
/// <param name="Text">The value of anything else.</param>
internal readonly record struct SortKey(decimal? Number, string? Text) : IComparable<SortKey>
{
    public static SortKey Of(SandboxResource resource, string attribute) =>
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
