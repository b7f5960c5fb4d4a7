using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Kajabi.Webhooks.Internal;

/// <summary>
/// Computes the deduplication key of an event of the admin pages. Two webhooks of the same event deliver one sale twice, with different
/// ids of the deliveries, so the key is the event with the ids of what happened, and a hash of the whole text without such an id.
/// </summary>
/// <remarks>Two events with one key lose one of them, which is worse than a duplicate with another key, which is handled twice.</remarks>
internal static class AdminEventKey
{
    /// <summary>Returns the key of a purchase: its transaction with its offers, because the purchases of one payment share it.</summary>
    public static string CreateForPurchase(string eventName, AdminDelivery delivery, string rawJson)
    {
        JArray offers = GetOffers(delivery);
        if (delivery.IsTest)
        {
            return CreateForTest(eventName, delivery, offers, rawJson);
        }

        // Without their offers, the purchases of one payment have the same ids. The id of the delivery can be the one of the transaction.
        return offers.Count == 0
            ? DeliveryKey.Create(rawJson)
            : Create(
                eventName,
                offers,
                rawJson,
                ("transaction", delivery.TransactionId),
                ("order", delivery.OrderId),
                // Renewals are payments, so that a subscription has one purchase of an offer.
                ("subscription", delivery.SubscriptionId),
                ("delivery", delivery.Delivery.Id)
            );
    }

    /// <summary>Returns the key of a payment: its transaction with its offers.</summary>
    public static string CreateForPayment(string eventName, AdminDelivery delivery, string rawJson)
    {
        JArray offers = GetOffers(delivery);
        if (delivery.IsTest)
        {
            return CreateForTest(eventName, delivery, offers, rawJson);
        }

        if (IsKnown(delivery.TransactionId))
        {
            return Create(eventName, offers, rawJson, ("transaction", delivery.TransactionId));
        }

        // All payments of a subscription can have the same order, whose id can also be the id of the delivery.
        JArray payment = new(
            offers,
            LenientValue.GetText(delivery.CreatedAt) ?? string.Empty,
            delivery.GetCents("amount_paid")?.ToString(CultureInfo.InvariantCulture) ?? string.Empty
        );
        return Create(eventName, payment, rawJson, ("order", delivery.OrderId), ("delivery", delivery.Delivery.Id));
    }

    /// <summary>Returns the key of an order: its id or the id of the delivery.</summary>
    public static string CreateForOrder(string eventName, AdminDelivery delivery, string rawJson) =>
        delivery.IsTest
            ? CreateForTest(eventName, delivery, new JArray(), rawJson)
            : Create(eventName, new JArray(), rawJson, ("order", delivery.OrderId), ("delivery", delivery.Delivery.Id));

    /// <summary>Returns the key of a form submission: the id of the delivery. The other names are labels of fields.</summary>
    public static string CreateForForm(string eventName, AdminDelivery delivery, string rawJson) =>
        Create(eventName, new JArray(), rawJson, ("delivery", delivery.Delivery.Id));

    /// <summary>The test button always sends the same transaction, and each test is to be handled.</summary>
    private static string CreateForTest(string eventName, AdminDelivery delivery, JArray offers, string rawJson) =>
        Create(eventName, offers, rawJson, ("delivery", delivery.Delivery.Id));

    private static string Create(string eventName, JArray details, string rawJson, params ReadOnlySpan<(string Kind, string? Id)> subjects)
    {
        foreach ((string kind, string? id) in subjects)
        {
            if (IsKnown(id))
            {
                return DeliveryKey.CreateFromParts(new JArray(eventName, kind, id, details).ToString(Formatting.None));
            }
        }

        return DeliveryKey.Create(rawJson);
    }

    /// <summary>Returns the ids of the offers in one order, because a payment for several offers can list them in any.</summary>
    private static JArray GetOffers(AdminDelivery delivery) => new(delivery.OfferIds.Order(StringComparer.Ordinal));

    /// <summary>Whether an id identifies something: <c>0</c> means that it is missing.</summary>
    private static bool IsKnown([NotNullWhen(true)] string? id) => !string.IsNullOrWhiteSpace(id) && id != "0";
}
