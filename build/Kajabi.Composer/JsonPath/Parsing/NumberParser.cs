using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Parses indexes and number literals.</summary>
internal static class NumberParser
{
    /// <summary>The largest integer of I-JSON (RFC 7493), 2^53-1.</summary>
    private const long MaxInteger = 9_007_199_254_740_991;

    /// <summary>Parses an index or a part of a slice.</summary>
    public static long ParseInteger(QueryCursor cursor)
    {
        int start = cursor.Offset;
        ReadInteger(cursor);
        string digits = cursor.TextFrom(start);
        if (digits == "-0")
        {
            throw cursor.Error("`-0` is not an index.", start);
        }

        return
            long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && Math.Abs(value) <= MaxInteger
            ? value
            : throw cursor.Error($"The integer `{digits}` is not between -(2^53-1) and 2^53-1.", start);
    }

    /// <summary>Parses a number literal, as in JSON.</summary>
    public static JValue ParseNumber(QueryCursor cursor)
    {
        int start = cursor.Offset;
        ReadInteger(cursor);
        bool hasFraction = ReadFraction(cursor);
        bool hasExponent = ReadExponent(cursor);
        string text = cursor.TextFrom(start);
        return hasFraction || hasExponent
            ? new JValue(double.Parse(text, CultureInfo.InvariantCulture))
            : new JValue((object)BigInteger.Parse(text, CultureInfo.InvariantCulture));
    }

    private static void ReadInteger(QueryCursor cursor)
    {
        cursor.TryRead("-");
        int start = cursor.Offset;
        ReadDigits(cursor);
        if (cursor.Offset > start + 1 && cursor.TextFrom(start)[0] == '0')
        {
            throw cursor.Error("A number must not start with 0.", start);
        }
    }

    private static bool ReadFraction(QueryCursor cursor)
    {
        if (!cursor.TryRead("."))
        {
            return false;
        }

        ReadDigits(cursor);
        return true;
    }

    private static bool ReadExponent(QueryCursor cursor)
    {
        if (!cursor.TryRead("e") && !cursor.TryRead("E"))
        {
            return false;
        }

        if (!cursor.TryRead("-"))
        {
            cursor.TryRead("+");
        }

        ReadDigits(cursor);
        return true;
    }

    private static void ReadDigits(QueryCursor cursor)
    {
        if (!char.IsAsciiDigit(cursor.Current))
        {
            throw cursor.Unexpected("a digit");
        }

        cursor.SkipWhile(char.IsAsciiDigit);
    }
}
