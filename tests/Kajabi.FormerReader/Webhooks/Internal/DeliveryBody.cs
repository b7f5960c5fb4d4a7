using System.Text;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// The decoded body of a delivery. The encoding is detected by the byte order mark or, without one, by the zero bytes around the
/// first character, which is ASCII in JSON.
/// </summary>
/// <param name="Text">The text. If <paramref name="UndecodableKey"/> is not null, U+FFFD replaces invalid bytes.</param>
/// <param name="UndecodableKey">The deduplication key of a body with invalid bytes; null if the body was decoded completely.</param>
internal sealed record DeliveryBody(string Text, string? UndecodableKey)
{
    // Encodings that throw instead of replacing invalid bytes, which would lose them.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding s_utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding s_utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UTF32Encoding s_utf32 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true);
    private static readonly UTF32Encoding s_utf32BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true);

    public static async Task<DeliveryBody> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using MemoryStream read = new();
        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            read.Write(buffer, 0, count);
            ThrowIfTooLarge(read.Length, maxBytes);
        }

        return Decode(read.GetBuffer().AsSpan(0, (int)read.Length));
    }

    public static void ThrowIfTooLarge(long length, int maxBytes)
    {
        if (length > maxBytes)
        {
            throw new KajabiSerializationException($"The delivery is larger than {maxBytes} bytes and was not read.", string.Empty);
        }
    }

    private static DeliveryBody Decode(ReadOnlySpan<byte> body)
    {
        (Encoding encoding, int markLength) = FindEncoding(body);
        ReadOnlySpan<byte> text = body[markLength..];
        try
        {
            return new DeliveryBody(encoding.GetString(text), null);
        }
        catch (ArgumentException)
        {
            DecoderReplacementFallback replacement = new("\uFFFD");
            Encoding lenient = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, replacement);
            return new DeliveryBody(lenient.GetString(text), DeliveryKey.CreateFromBytes(body));
        }
    }

    private static (Encoding Encoding, int MarkLength) FindEncoding(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (s_utf8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (s_utf32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (s_utf32BigEndian, 4),
            [0xFF, 0xFE, ..] => (s_utf16, 2),
            [0xFE, 0xFF, ..] => (s_utf16BigEndian, 2),
            [not 0, 0, 0, 0, ..] => (s_utf32, 0),
            [0, 0, 0, not 0, ..] => (s_utf32BigEndian, 0),
            [0, not 0, ..] => (s_utf16BigEndian, 0),
            [not 0, 0, ..] => (s_utf16, 0),
            _ => (s_utf8, 0),
        };
}
