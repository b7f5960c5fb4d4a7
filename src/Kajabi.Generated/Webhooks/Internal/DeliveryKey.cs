using System.Security.Cryptography;
using System.Text;

namespace Kajabi;

/// <summary>What tells a repeated delivery: all of its text, because its id is that of the resource and comes again with the next event about it.</summary>
internal static class DeliveryKey
{
    public static string Of(string rawJson) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawJson)))}";
}
