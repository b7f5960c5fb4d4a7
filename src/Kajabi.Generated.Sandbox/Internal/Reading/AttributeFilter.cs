using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Reading.Filters;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>
/// A filter that compares an attribute with a value, such as <c>updated_at_gte</c>. As in SQL, null only matches the suffix <c>null</c>.
/// Texts are compared without case.
/// </summary>
/// <param name="Name">The attribute.</param>
/// <param name="Suffix">The comparison.</param>
internal sealed record AttributeFilter(string Name, string Suffix)
{
    private const string Negation = "not_";

    /// <summary>Returns whether an attribute matches a value, which is not blank.</summary>
    public bool Matches(JsonNode? actual, string value) =>
        (Suffix, actual) switch
        {
            ("null", _) => FilterValue.ParseFlag(value) == (actual is null),
            (_, null) => false,
            _ when Suffix.StartsWith(Negation, StringComparison.Ordinal) => !Matches(actual, Suffix[Negation.Length..], value),
            _ => Matches(actual, Suffix, value),
        };

    private bool Matches(JsonNode actual, string suffix, string value) =>
        actual is JsonArray items
            ? items.OfType<JsonNode>().Any(item => Matches(item, suffix, value))
            : suffix switch
            {
                "eq" => Compare(actual, value) == 0,
                "gt" => Compare(actual, value) > 0,
                "gte" or "gteq" => Compare(actual, value) >= 0,
                "lt" => Compare(actual, value) < 0,
                "lte" or "lteq" => Compare(actual, value) <= 0,
                "in" => value.Split(',').Any(one => Compare(actual, one) == 0),
                "start" => actual.ToString().StartsWith(value, StringComparison.OrdinalIgnoreCase),
                "end" => actual.ToString().EndsWith(value, StringComparison.OrdinalIgnoreCase),
                _ => actual.ToString().Contains(value, StringComparison.OrdinalIgnoreCase),
            };

    /// <summary>Compares as numbers, Booleans, times or texts; returns null if the value is none of the attribute's type.</summary>
    private int? Compare(JsonNode actual, string value)
    {
        string text = actual.ToString();
        return actual.GetValueKind() switch
        {
            JsonValueKind.Number => ParseNumber(value) is { } number ? ParseNumber(text)?.CompareTo(number) : null,
            JsonValueKind.True or JsonValueKind.False => bool.TryParse(value, out bool flag) ? bool.Parse(text).CompareTo(flag) : null,
            _ when Name.EndsWith("_at", StringComparison.Ordinal) => ParseTime(value) is { } time ? ParseTime(text)?.CompareTo(time) : null,
            _ => string.Compare(text, value, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static decimal? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static DateTimeOffset? ParseTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
