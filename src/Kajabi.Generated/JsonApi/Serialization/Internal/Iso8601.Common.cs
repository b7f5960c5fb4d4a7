namespace Kajabi.JsonApi.Serialization.Internal;

/// <content>The format that almost all times of the API have, parsed from its bytes.</content>
internal static partial class Iso8601
{
    // The lengths of 2026-01-20T14:05:09Z and 2026-01-20T14:05:09.250Z.
    private const int SecondsLength = 20;
    private const int MillisecondsLength = 24;

    // Less than the negative of every sum of other digits.
    private const int NoDigits = -10_000;

    /// <summary>
    /// Parses a time in the format of the API, in UTC with seconds or milliseconds, whose text formatting it returns. False for all
    /// other texts, times in other formats included.
    /// </summary>
    /// <remarks>A page contains several hundred times, and a parser for all formats needs several times as long.</remarks>
    public static bool TryParseCommon(ReadOnlySpan<byte> utf8, out DateTimeOffset time)
    {
        time = default;
        if (
            utf8.Length is not (SecondsLength or MillisecondsLength)
            || (utf8[4], utf8[7], utf8[10], utf8[13], utf8[16], utf8[^1])
                is not
                ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':', (byte)'Z')
        )
        {
            return false;
        }

        int year = (GetTwoDigits(utf8, 0) * 100) + GetTwoDigits(utf8, 2);
        (int month, int day) = (GetTwoDigits(utf8, 5), GetTwoDigits(utf8, 8));
        (int hour, int minute, int second) = (GetTwoDigits(utf8, 11), GetTwoDigits(utf8, 14), GetTwoDigits(utf8, 17));
        int millisecond = 0;
        if (utf8.Length == MillisecondsLength)
        {
            // Three zeros are not written again.
            millisecond = (GetTwoDigits(utf8, 20) * 10) + (utf8[22] - '0');
            if (utf8[19] != '.' || utf8[22] is < (byte)'0' or > (byte)'9' || millisecond <= 0)
            {
                return false;
            }
        }

        if (
            year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23
            || minute is < 0 or > 59
            || second is < 0 or > 59
        )
        {
            return false;
        }

        time = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, millisecond, DateTimeKind.Utc));
        return true;
    }

    /// <summary>Returns the number that two digits form; a negative number, also after multiplication, if they are no digits.</summary>
    private static int GetTwoDigits(ReadOnlySpan<byte> utf8, int start)
    {
        (uint tens, uint ones) = ((uint)(utf8[start] - '0'), (uint)(utf8[start + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : NoDigits;
    }
}
