namespace Kajabi;

/// <summary>An order was placed.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class OrderCreatedEvent : WebhookEvent
{
    internal OrderCreatedEvent(WebhookDelivery delivery, string rawJson, Order order)
        : base(delivery, delivery.Event, rawJson)
    {
        Order = order;
    }

    /// <summary>The order.</summary>
    public Order Order { get; }

    /// <summary>The customer who ordered; null when the delivery holds none.</summary>
    public Customer? Customer => Delivery!.One<Customer>(Order, "customer");

    /// <summary>The items; empty when the delivery holds none.</summary>
    public IReadOnlyList<OrderItem> Items => Delivery!.Many<OrderItem>(Order, "order_items");

    /// <summary>The payments of the order; empty when the delivery holds none.</summary>
    public IReadOnlyList<Transaction> Payments => Delivery!.Many<Transaction>(Order, "payment_transactions");

    /// <summary>The offers that were ordered, which nothing links to the order; empty when the delivery holds none.</summary>
    public IReadOnlyList<Offer> Offers => [.. Delivery!.Payload.OfType<Offer>()];
}
