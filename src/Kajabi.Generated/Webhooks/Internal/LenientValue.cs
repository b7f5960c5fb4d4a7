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

    // ISO 8601 with a date. A fraction of a second is optional, and so is an offset, which K also reads as Z.
    private static readonly string[] s_timeFormats =
    [
        "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK",
        "yyyy'-'MM'-'dd'T'HH':'mmK",
        "yyyy'-'MM'-'dd",
    ];

    /// <summary>Returns a string, or an integer as a string.</summary>
    public static string? GetText(JToken? value) =>
        value is JValue { Type: JTokenType.String or JTokenType.Integer } text ? text.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>Returns an id, which a sender can also write as <c>5.0</c>; null if it is empty or has a fraction.</summary>
    public static string? GetId(JToken? value)
    {
        if (value is JValue { Type: JTokenType.Float })
        {
            return GetInteger(value)?.ToString(CultureInfo.InvariantCulture);
        }

        return GetText(value)?.Trim() is { Length: > 0 } id ? id : null;
    }

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
    /// <param name="cents">The integer. A text such as <c>40.00</c> is ignored, because it is not an amount of 40 cents.</param>
    /// <param name="majorUnits">The amount in the major unit.</param>
    /// <param name="currency">The code of the currency; null if it is unknown.</param>
    public static long? GetCents(JToken? cents, JToken? majorUnits, string? currency) =>
        (IsTextWithFraction(cents) ? null : GetInteger(cents))
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

    /// <summary>Returns a time in ISO 8601 that contains a date; one without an offset is in UTC.</summary>
    public static DateTimeOffset? GetTime(JToken? value) =>
        value is JValue { Value: string text }
        && DateTimeOffset.TryParseExact(
            text.Trim(),
            s_timeFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;

    private static bool IsTextWithFraction(JToken? value) =>
        value is JValue { Value: string text } && text.Contains('.', StringComparison.Ordinal);

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
