using System.Globalization;

namespace Kajabi;

/// <summary>Times as the API writes them: ISO 8601, with or without milliseconds, as UTC or with an offset.</summary>
internal static class WireTime
{
    public const string DateFormat = "yyyy-MM-dd";

    private static readonly string[] s_exactFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Parses a time; <paramref name="exact"/> says whether writing it again gives the same instant in the same form.</summary>
    public static bool TryParse(string text, out DateTimeOffset time, out bool exact)
    {
        exact = DateTimeOffset.TryParseExact(text, s_exactFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
            && HasOffset(text);

        // Anything else that starts like a date is read if it can be; other cultures' dates are never guessed at.
        return exact || (text.Length >= DateFormat.Length && text[4] == '-' && text[7] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time));
    }

    public static string Format(DateTimeOffset time)
    {
        string format = (time.Ticks % TimeSpan.TicksPerSecond) switch
        {
            0 => "yyyy-MM-dd'T'HH:mm:ss",
            long fraction when fraction % TimeSpan.TicksPerMillisecond == 0 => "yyyy-MM-dd'T'HH:mm:ss.fff",
            _ => "yyyy-MM-dd'T'HH:mm:ss.fffffff",
        };
        string offset = time.Offset == TimeSpan.Zero ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture);
        return time.ToString(format, CultureInfo.InvariantCulture) + offset;
    }

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
}
