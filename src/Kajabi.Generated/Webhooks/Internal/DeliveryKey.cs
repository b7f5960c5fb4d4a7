using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// Computes the deduplication key of a delivery. For an event of the API it is a hash of its whole body, because its id is the id of the
/// resource, which other events of the resource have too. <see cref="AdminEventKey"/> describes those of the admin pages.
/// </summary>
/// <remarks>
/// An encoder that replaces invalid characters would map different bodies to the same text and key. Such bodies are hashed
/// undecoded, and each form has its own prefix.
/// </remarks>
internal static class DeliveryKey
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Create(string rawJson)
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

    /// <param name="parts">The parts that identify an event, as JSON.</param>
    public static string CreateFromParts(string parts) => $"sha256-event:{Hash(MemoryMarshal.AsBytes(parts.AsSpan()))}";

    public static string CreateFromBytes(ReadOnlySpan<byte> body) => $"sha256-bytes:{Hash(body)}";

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
