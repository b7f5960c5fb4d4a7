using System.Globalization;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Parses and formats times as the API does: ISO 8601, with or without milliseconds, in UTC or with an offset.</summary>
internal static class Iso8601
{
    public const string DateFormat = "yyyy-MM-dd";

    private const int MaxTextLength = 40;

    // The lengths of 2026-01-20T14:05:09Z and 2026-01-20T14:05:09.250Z.
    private const int SecondsLength = 20;
    private const int MillisecondsLength = 24;

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

    /// <summary>
    /// Parses the format of the API from its bytes: UTC, without a fraction or with milliseconds. Formatting the time returns the
    /// same text.
    /// </summary>
    /// <returns>False for any other text, which may still be a time.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset time)
    {
        time = default;
        bool hasFraction = utf8.Length == MillisecondsLength;
        if (
            !(hasFraction || utf8.Length == SecondsLength)
            || !TryParse(utf8, 0, 4, out int year)
            || !TryParse(utf8, 5, 2, out int month)
            || !TryParse(utf8, 8, 2, out int day)
            || !TryParse(utf8, 11, 2, out int hour)
            || !TryParse(utf8, 14, 2, out int minute)
            || !TryParse(utf8, 17, 2, out int second)
        )
        {
            return false;
        }

        int milliseconds = 0;
        bool isFormat =
            (utf8[4], utf8[7], utf8[10], utf8[13], utf8[16], utf8[^1]) is ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':', (byte)'Z')
            && (!hasFraction || (utf8[SecondsLength - 1] == (byte)'.' && TryParse(utf8, SecondsLength, 3, out milliseconds)));
        bool isValid =
            isFormat
            && (!hasFraction || milliseconds > 0)
            && year > 0
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            && hour < 24
            && minute < 60
            && second < 60;
        if (isValid)
        {
            time = new DateTimeOffset(year, month, day, hour, minute, second, milliseconds, TimeSpan.Zero);
        }

        return isValid;
    }

    public static string Format(DateTimeOffset time)
    {
        Span<char> text = stackalloc char[MaxTextLength];
        TryFormat(time, text, out int length);
        return new string(text[..length]);
    }

    private static bool TryParse(ReadOnlySpan<byte> utf8, int start, int length, out int number)
    {
        number = 0;
        foreach (byte digit in utf8.Slice(start, length))
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }

    private static bool TryFormat(DateTimeOffset time, Span<char> text, out int length)
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
