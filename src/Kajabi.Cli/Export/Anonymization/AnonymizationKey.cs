using System.Security.Cryptography;
using System.Text;

namespace Kajabi.Cli.Export.Anonymization;

/// <summary>The key of invented values: the same key and value result in the same invented value.</summary>
internal sealed class AnonymizationKey
{
    /// <summary>The environment variable with a key that several exports share.</summary>
    public const string Variable = "KAJABI_ANONYMIZE_KEY";

    private readonly byte[] _key;

    private AnonymizationKey(byte[] key)
    {
        _key = key;
    }

    /// <summary>Identifies the key, without revealing it.</summary>
    public string Fingerprint => Convert.ToHexString(ComputeHash("fingerprint").AsSpan(0, 8));

    /// <param name="text">The key of the user; null for a random one.</param>
    public static AnonymizationKey Create(string? text) =>
        new(text is null ? RandomNumberGenerator.GetBytes(32) : Encoding.UTF8.GetBytes(text));

    public byte[] ComputeHash(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
}
