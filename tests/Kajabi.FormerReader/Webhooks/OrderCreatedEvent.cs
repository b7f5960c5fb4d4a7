namespace Kajabi;

/// <summary>The event of a new order (<c>order_created</c>).</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class OrderCreatedEvent : WebhookEvent
{
    internal OrderCreatedEvent(WebhookDelivery delivery, string rawJson, Order order)
        : base(delivery, delivery.Event, rawJson)
    {
        Order = order;
    }

    /// <summary>Gets the order.</summary>
    public Order Order { get; }

    /// <summary>Gets the customer who placed the order; null if the delivery contains none.</summary>
    public Customer? Customer => Delivery!.Related<Customer>(Order, "customer");

    /// <summary>Gets the order items; empty if the delivery contains none.</summary>
    public IReadOnlyList<OrderItem> Items => Delivery!.AllRelated<OrderItem>(Order, "order_items");

    /// <summary>Gets the payments of the order; empty if the delivery contains none.</summary>
    public IReadOnlyList<Transaction> Payments => Delivery!.AllRelated<Transaction>(Order, "payment_transactions");

    /// <summary>Gets the ordered offers, which have no relationship to the order; empty if the delivery contains none.</summary>
    public IReadOnlyList<Offer> Offers => [.. Delivery!.Payload.OfType<Offer>()];
}
