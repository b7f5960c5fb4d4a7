using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Compares what an address holds with the secrets, in a time that tells neither how much of it is right nor how long a secret is.</summary>
/// <param name="secrets">The secrets.</param>
internal sealed class SecretValidator(IEnumerable<string> secrets)
{
    /// <summary>The name of the query parameter.</summary>
    public const string Parameter = "secret";

    private readonly byte[][] _hashes = [.. secrets.Select(Hash)];

    public bool Accepts(StringValues given)
    {
        if (given is not [{ } single])
        {
            return false;
        }

        byte[] hash = Hash(single);
        bool isKnown = false;
        foreach (byte[] known in _hashes)
        {
            isKnown |= CryptographicOperations.FixedTimeEquals(known, hash);
        }

        return isKnown;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
