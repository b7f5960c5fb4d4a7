using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// Computes the key of a delivery: a hash of its whole body, because its id is the resource's and the next event about
/// the resource has the same id.
/// </summary>
/// <remarks>
/// An encoder that replaces what it cannot encode would give different bodies the same text and so the same key. Such
/// bodies are hashed in the form in which they came, and a prefix keeps each form apart.
/// </remarks>
internal static class DeliveryKey
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(string rawJson)
    {
        try
        {
            return $"sha256:{Hash(s_strictUtf8.GetBytes(rawJson))}";
        }
        catch (EncoderFallbackException)
        {
            return $"sha256-utf-16:{Hash(MemoryMarshal.AsBytes(rawJson.AsSpan()))}";
        }
    }

    public static string OfBytes(ReadOnlySpan<byte> body) => $"sha256-bytes:{Hash(body)}";

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
