using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// Computes the deduplication key of an event of the admin pages. Two webhooks of the same event deliver one sale twice, with different
/// ids of the deliveries, so the key is the event with the transaction and its offers: the purchases of one payment for several offers
/// share the transaction. Without a transaction it is the order or the id of the delivery, and without these a hash of the whole text.
/// </summary>
internal static class AdminEventKey
{
    public static string Create(string eventName, AdminDelivery delivery, string rawJson)
    {
        // The test button always sends the same transaction, and each test is to be handled.
        (string Kind, string? Id) subject =
            delivery.IsTest ? ("delivery", delivery.Delivery.Id)
            : delivery.TransactionId is { } transaction ? ("transaction", transaction)
            : delivery.OrderId is { } order ? ("order", order)
            : ("delivery", delivery.Delivery.Id);
        return string.IsNullOrWhiteSpace(subject.Id)
            ? DeliveryKey.Create(rawJson)
            : DeliveryKey.CreateFromParts(
                new JArray(eventName, subject.Kind, subject.Id, new JArray(delivery.OfferIds)).ToString(Formatting.None)
            );
    }
}
