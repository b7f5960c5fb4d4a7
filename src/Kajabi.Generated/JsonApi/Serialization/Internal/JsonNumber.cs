using System.Globalization;
using System.Numerics;
using System.Text;
using Newtonsoft.Json;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Converts the text of a JSON number to a value, and determines whether the value has the same text.</summary>
internal static class JsonNumber
{
    // A decimal has 96 bits, so it represents each number with so many digits exactly.
    private const int ExactDigits = 28;
    private const int MaxExactLength = ExactDigits + 1;

    // The time to parse an integer grows faster than its length.
    private const int MaxIntegerLength = 1000;

    /// <summary>Converts a number to a decimal.</summary>
    /// <param name="text">The number.</param>
    /// <param name="value">The decimal that is nearest to the number.</param>
    /// <param name="isExact">Whether the decimal is the number.</param>
    /// <returns>False if the number is too large for a decimal.</returns>
    public static bool TryGetDecimal(ReadOnlySpan<byte> text, out decimal value, out bool isExact)
    {
        bool isParsed = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        isExact = isParsed && ((text.Length <= MaxExactLength && text.IndexOfAny((byte)'e', (byte)'E') < 0) || IsExact(text, value));
        return isParsed;
    }

    /// <summary>Returns whether writing the decimal results in the same text.</summary>
    public static bool IsTextOf(ReadOnlySpan<byte> text, decimal value)
    {
        // Integers are written with a fraction, and a zero can have a sign.
        bool isCommon =
            text.Length <= MaxExactLength && text.Contains((byte)'.') && text.IndexOfAny((byte)'e', (byte)'E') < 0 && text[0] != (byte)'-';
        return isCommon || text.SequenceEqual(Encoding.UTF8.GetBytes(JsonConvert.ToString(value)));
    }

    /// <summary>
    /// Converts a number to the value of a JSON token: an integer, otherwise a decimal if it is exact, and a double for
    /// the others.
    /// </summary>
    public static object GetValue(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(".eE"u8) < 0 && text.Length <= MaxIntegerLength)
        {
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
            {
                return whole;
            }

            return BigInteger.Parse(Encoding.UTF8.GetString(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return TryGetDecimal(text, out decimal number, out bool isExact) && isExact
            ? number
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Compares the digits and the exponent of a number with those of a decimal.</summary>
    private static bool IsExact(ReadOnlySpan<byte> text, decimal value) =>
        Normalize(text) is { } number && number == Normalize(Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Returns the digits without leading and trailing zeros, and the power of ten of the last one.</summary>
    private static (string Digits, long Exponent)? Normalize(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)'e', (byte)'E');
        long exponent = 0;
        if (end >= 0 && !long.TryParse(text[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        string mantissa = Encoding.UTF8.GetString(end >= 0 ? text[..end] : text).TrimStart('-');
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = mantissa.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0');
        string significant = digits.TrimEnd('0');
        return (significant, significant.Length == 0 ? 0 : exponent + digits.Length - significant.Length);
    }
}
