using System.Globalization;
using Kajabi.JsonApi.Documents.Internal;
using Newtonsoft.Json.Linq;

namespace Kajabi.Sandbox.Tests;

/// <summary>The order of the values of an attribute, null first.</summary>
/// <param name="Number">A number.</param>
/// <param name="Time">A time.</param>
/// <param name="Text">A text without case.</param>
internal readonly record struct SortValue(decimal Number, DateTime Time, string? Text) : IComparable<SortValue>
{
    public static SortValue Create(JToken value, JsonApiMemberKind kind) =>
        value.Type == JTokenType.Null ? new SortValue(decimal.MinValue, default, null) : Create(FilterCondition.GetText(value), kind);

    /// <exception cref="FormatException">The text is no value of this kind.</exception>
    public static SortValue Create(string text, JsonApiMemberKind kind) =>
        kind switch
        {
            JsonApiMemberKind.Int64 => new(long.Parse(text, CultureInfo.InvariantCulture), default, string.Empty),
            JsonApiMemberKind.Boolean => new(text == "true" ? 1 : 0, default, string.Empty),
            JsonApiMemberKind.DateTime => new(
                0,
                DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                string.Empty
            ),
            _ => new(0, default, text.ToUpperInvariant()),
        };

    public int CompareTo(SortValue other) =>
        (Number.CompareTo(other.Number), Time.CompareTo(other.Time)) switch
        {
            (0, 0) => string.CompareOrdinal(Text, other.Text),
            (0, var order) => order,
            (var order, _) => order,
        };
}
