using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>A sort key: numbers are compared as numbers, times by their instant, other values as text, null first.</summary>
/// <param name="Number">The number, or the ticks of a time; null for other values.</param>
/// <param name="Text">The text of any other value.</param>
internal readonly record struct SortKey(decimal? Number, string? Text) : IComparable<SortKey>
{
    public static SortKey Create(SandboxResource resource, string attribute) =>
        resource.Attributes[attribute] switch
        {
            // The revenue of a customer is a number in a text.
            JsonValue value
                when (value.GetValueKind() == JsonValueKind.Number || attribute == "net_revenue") && ParseNumber(value) is { } number =>
                new(number, null),
            { } value when attribute.EndsWith("_at", StringComparison.Ordinal) && ParseTime(value) is { } time => new(time.UtcTicks, null),
            { } other => new(null, other.ToString()),
            null => default,
        };

    public int CompareTo(SortKey other) =>
        Nullable.Compare(Number, other.Number) is not 0 and var order
            ? order
            : string.Compare(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    private static decimal? ParseNumber(JsonNode value) =>
        decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static DateTimeOffset? ParseTime(JsonNode value) =>
        DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;
}
