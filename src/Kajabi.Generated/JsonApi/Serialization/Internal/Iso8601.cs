using System.Globalization;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Parses and formats times as the API does: ISO 8601, with or without milliseconds, in UTC or with an offset.</summary>
internal static partial class Iso8601
{
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>The maximum length of a formatted time.</summary>
    public const int MaxTextLength = 40;

    // The fraction is optional.
    private const string ExactFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>Parses a time; <paramref name="exact"/> is whether formatting it returns the same text.</summary>
    public static bool TryParse(string text, out DateTimeOffset time, out bool exact)
    {
        bool isCommon = DateTimeOffset.TryParseExact(
            text,
            ExactFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out time
        );
        Span<char> formatted = stackalloc char[MaxTextLength];
        exact = isCommon && TryFormat(time, formatted, out int length) && formatted[..length].SequenceEqual(text);

        // Other formats are parsed if they start with an ISO 8601 date; dates of other cultures are not.
        return isCommon
            || (
                text.Length >= DateFormat.Length
                && text[4] == '-'
                && text[7] == '-'
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            );
    }

    public static string Format(DateTimeOffset time)
    {
        Span<char> text = stackalloc char[MaxTextLength];
        TryFormat(time, text, out int length);
        return new string(text[..length]);
    }

    public static bool TryFormat(DateTimeOffset time, Span<char> text, out int length)
    {
        string format = (time.Ticks % TimeSpan.TicksPerSecond, time.Ticks % TimeSpan.TicksPerMillisecond, time.Offset.Ticks) switch
        {
            (0, _, 0) => "yyyy-MM-dd'T'HH:mm:ss'Z'",
            (0, _, _) => "yyyy-MM-dd'T'HH:mm:sszzz",
            (_, 0, 0) => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            (_, 0, _) => "yyyy-MM-dd'T'HH:mm:ss.fffzzz",
            (_, _, 0) => "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
            _ => "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz",
        };
        return time.TryFormat(text, out length, format, CultureInfo.InvariantCulture);
    }
}
