using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Shares the short strings of one document: ids occur in resources and in linkage, and values such as a currency or a country
/// repeat. A string replaces an earlier one with the same hash, so the memory is limited and a lookup is one comparison.
/// </summary>
internal sealed class StringCache : IDisposable
{
    private const int MaxLength = 32;
    private const int Bits = 10;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private string?[]? _strings;

    /// <summary>Returns the string of UTF-8 bytes without escapes.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > MaxLength)
        {
            return Decode(utf8);
        }

        // Cleared when it is returned, so that no text of a response remains in the pool.
        _strings ??= ArrayPool<string?>.Shared.Rent(1 << Bits);
        ref string? entry = ref _strings[GetHash(utf8)];
        if (entry is null || !Ascii.Equals(utf8, entry))
        {
            entry = Decode(utf8);
        }

        return entry;
    }

    public void Dispose()
    {
        if (_strings is not null)
        {
            ArrayPool<string?>.Shared.Return(_strings, clearArray: true);
            _strings = null;
        }
    }

    private static int GetHash(ReadOnlySpan<byte> utf8)
    {
        ulong hash = (ulong)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
        {
            hash ^=
                (BinaryPrimitives.ReadUInt64LittleEndian(utf8) * Multiplier)
                ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..])
                ^ ((ulong)utf8[utf8.Length / 2] << 32);
        }
        else
        {
            foreach (byte one in utf8)
            {
                hash = (hash << 8) ^ one;
            }
        }

        return (int)((hash * Multiplier) >> (64 - Bits));
    }

    // Most texts are ASCII, which is a part of Latin-1 and needs no counting.
    private static string Decode(ReadOnlySpan<byte> utf8) => Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : s_utf8.GetString(utf8);
}
