using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>Decodes UTF-8 without replacing invalid bytes.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryDecode(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? text)
    {
        // Most texts are ASCII, which is a part of Latin-1 and needs no counting.
        if (Ascii.IsValid(utf8))
        {
            text = Encoding.Latin1.GetString(utf8);
            return true;
        }

        try
        {
            text = s_strict.GetString(utf8);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }
}
