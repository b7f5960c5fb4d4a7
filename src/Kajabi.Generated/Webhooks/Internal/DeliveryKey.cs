using System.Security.Cryptography;
using System.Text;

namespace Kajabi;

/// <summary>What tells a repeated delivery.</summary>
internal static class DeliveryKey
{
    public static string Of(WebhookDelivery? delivery, string rawJson) => delivery is { Id: { Length: > 0 } id }
        ? $"{delivery.Event}:{id}"
        : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawJson)))}";
}
