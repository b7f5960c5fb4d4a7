using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// Converts values whose JSON type differs between deliveries, such as ids and amounts that are numbers or strings. A value that cannot
/// be converted is null, never an exception: the delivery still contains it.
/// </summary>
internal static class LenientValue
{
    // Times 1,000, the result is still a long.
    private const decimal MaxMajorUnits = 9_000_000_000_000_000;

    /// <summary>Returns a string, or an integer as a string.</summary>
    public static string? GetText(JToken? value) =>
        value is JValue { Type: JTokenType.String or JTokenType.Integer } text ? text.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Returns an id; null if it is empty.</summary>
    public static string? GetId(JToken? value) => GetText(value)?.Trim() is { Length: > 0 } id ? id : null;

    /// <summary>
    /// Returns the ids of a value, which has several if offers were charged together: <c>"1,2"</c>. Only a list of numbers is split,
    /// because another id could contain a comma.
    /// </summary>
    public static IReadOnlyList<string> GetIds(JToken? value)
    {
        if (GetId(value) is not { } text)
        {
            return [];
        }

        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        return Array.TrueForAll(parts, static part => part.Length > 0 && part.All(char.IsAsciiDigit)) ? parts : [text];
    }

    public static long? GetInteger(JToken? value) =>
        GetNumber(value) is { } number && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;

    /// <summary>Returns an amount in cents: the integer or, if it is missing, the amount in the major unit of the currency.</summary>
    public static long? GetCents(JToken? cents, JToken? majorUnits, string? currency) =>
        GetInteger(cents)
        ?? (
            GetNumber(majorUnits) is { } amount && Math.Abs(amount) <= MaxMajorUnits
                ? (long)decimal.Round(amount * CurrencyUnits.GetMinorUnits(currency), MidpointRounding.AwayFromZero)
                : null
        );

    public static bool? GetBoolean(JToken? value) =>
        value switch
        {
            JValue { Value: bool flag } => flag,
            JValue { Value: string text } when bool.TryParse(text, out bool flag) => flag,
            _ => null,
        };

    /// <summary>Returns a time; one without an offset is in UTC.</summary>
    public static DateTimeOffset? GetTime(JToken? value) =>
        value is JValue { Value: string text }
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static decimal? GetNumber(JToken? value) =>
        value is JValue { Type: JTokenType.Integer or JTokenType.Float or JTokenType.String } number
        && decimal.TryParse(
            number.ToString(CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out decimal result
        )
            ? result
            : null;
}
