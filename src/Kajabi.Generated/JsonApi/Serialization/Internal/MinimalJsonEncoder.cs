using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Escapes the characters that JSON and JavaScript require to be escaped, as Newtonsoft.Json does. The encoders of .NET also escape
/// emoji, which makes texts longer and different from those of the other serializer.
/// </summary>
internal sealed unsafe class MinimalJsonEncoder : JavaScriptEncoder
{
    private const string Escaped =
        "\"\\\u0085\u2028\u2029"
        + "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    private static readonly SearchValues<char> s_escaped = SearchValues.Create(Escaped);
    private static readonly SearchValues<char> s_escapedOrSurrogates = SearchValues.Create(
        Escaped + string.Concat(Enumerable.Range(0xD800, 0x800).Select(static unit => (char)unit))
    );

    private MinimalJsonEncoder() { }

    public static MinimalJsonEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && s_escaped.Contains((char)unicodeScalar);

    /// <summary>Finds the first character to escape, or a half of a surrogate pair, which becomes U+FFFD.</summary>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        ReadOnlySpan<char> rest = new(text, textLength);
        int start = 0;
        while (rest[start..].IndexOfAny(s_escapedOrSurrogates) is >= 0 and int offset)
        {
            start += offset;
            if (Rune.DecodeFromUtf16(rest[start..], out Rune rune, out int length) != OperationStatus.Done || WillEncode(rune.Value))
            {
                return start;
            }

            start += length;
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        Span<char> destination = new(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            // U+FFFD instead of a half of a surrogate pair.
            return new Rune(unicodeScalar).TryEncodeToUtf16(destination, out numberOfCharactersWritten);
        }

        ReadOnlySpan<char> escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => @"\\",
            '\b' => @"\b",
            '\t' => @"\t",
            '\n' => @"\n",
            '\f' => @"\f",
            '\r' => @"\r",
            _ => [],
        };
        if (escape.IsEmpty)
        {
            return destination.TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:x4}", out numberOfCharactersWritten);
        }

        numberOfCharactersWritten = escape.Length;
        return escape.TryCopyTo(destination);
    }
}
