using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Kajabi.AspNetCore.Internal;

/// <summary>
/// Compares the secret of a URL with the configured secrets in constant time, which reveals neither matching characters nor
/// lengths.
/// </summary>
/// <param name="secrets">The secrets.</param>
internal sealed class SecretValidator(IEnumerable<string> secrets)
{
    /// <summary>The name of the query parameter.</summary>
    public const string Parameter = "secret";

    private readonly byte[][] _hashes = [.. secrets.Select(Hash)];

    public bool IsValid(StringValues values)
    {
        if (values is not [{ } single])
        {
            return false;
        }

        byte[] hash = Hash(single);
        bool isValid = false;
        foreach (byte[] expected in _hashes)
        {
            isValid |= CryptographicOperations.FixedTimeEquals(expected, hash);
        }

        return isValid;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
