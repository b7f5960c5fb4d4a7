using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>
/// The event <c>order.created</c> of a webhook of the admin pages: an order was placed in the shopping cart. It contains no payment, and
/// Kajabi also sends <see cref="AdminPaymentSucceededEvent"/> for it.
/// </summary>
/// <example>
/// <code>
/// if (webhookEvent is AdminOrderCreatedEvent placed)
/// {
///     Console.WriteLine($"Order {placed.OrderId} of {placed.Items.Count} items");
/// }
/// </code>
/// </example>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class AdminOrderCreatedEvent : AdminWebhookEvent
{
    internal AdminOrderCreatedEvent(AdminDelivery delivery, string rawJson)
        : base(delivery, rawJson, AdminEventKey.CreateForOrder("order.created", delivery, rawJson), delivery.IsTest)
    {
        Member = new AdminWebhookMember(delivery);
        OrderId = delivery.OrderId;
        JObject? order = delivery.Data.GetValueOrDefault("order") as JObject;
        JToken? items = order?["order_items"] ?? delivery.Data.GetValueOrDefault("order_items");
        string? currency = LenientValue.GetText(order?["currency"]);
        Items = [.. (items as JArray ?? []).OfType<JObject>().Select(item => new AdminOrderItem(item, currency))];
    }

    /// <summary>Gets the buyer; its properties are null if the delivery does not contain them.</summary>
    public AdminWebhookMember Member { get; }

    /// <summary>Gets the id of the order; null if not sent.</summary>
    public string? OrderId { get; }

    /// <summary>Gets the items of the order; empty if not sent.</summary>
    public IReadOnlyList<AdminOrderItem> Items { get; }
}
