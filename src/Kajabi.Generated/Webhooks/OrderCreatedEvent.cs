namespace Kajabi;

/// <summary>An order was placed.</summary>
public sealed class OrderCreatedEvent : KajabiEvent
{
    internal OrderCreatedEvent(WebhookDelivery delivery, string rawJson, Order order)
        : base(delivery, rawJson)
    {
        Order = order;
    }

    /// <summary>The order.</summary>
    public Order Order { get; }

    /// <summary>The customer who ordered; null when the delivery holds none.</summary>
    public Customer? Customer => Order.Customer ?? Delivery!.Payload.OfType<Customer>().FirstOrDefault();

    /// <summary>The items; empty when the delivery holds none.</summary>
    public IReadOnlyList<OrderItem> Items => [.. Delivery!.Payload.OfType<OrderItem>()];
}
