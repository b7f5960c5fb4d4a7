using System.Globalization;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading.Filters;

/// <summary>Reads the values of filters, and the attributes that they are compared with.</summary>
internal static class FilterValue
{
    public static bool? ParseFlag(string value) =>
        value switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    public static decimal? ParseAmount(string? value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;

    /// <summary>Returns the start of the past days; null if the value is not a count of days.</summary>
    public static DateTimeOffset? ParsePastDays(string value, DateTimeOffset now)
    {
        if (!value.All(char.IsAsciiDigit))
        {
            return null;
        }

        // A number that exceeds the calendar, or even the integers, includes everything.
        return
            long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long days)
            && days < (now - DateTimeOffset.MinValue).TotalDays
            ? now.AddDays(-days)
            : DateTimeOffset.MinValue;
    }

    public static DateOnly? ParseDay(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public static DateTimeOffset? GetTime(SandboxResource resource, string attribute) =>
        DateTimeOffset.TryParse(
            resource.GetText(attribute),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;

    public static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;

    public static bool AreEqual(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
