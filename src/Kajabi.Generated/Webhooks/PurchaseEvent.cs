namespace Kajabi;

/// <summary>An offer was bought or granted.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class PurchaseEvent : WebhookEvent
{
    internal PurchaseEvent(WebhookDelivery delivery, string rawJson, Purchase purchase)
        : base(delivery, delivery.Event, rawJson)
    {
        Purchase = purchase;
    }

    /// <summary>The purchase.</summary>
    public Purchase Purchase { get; }

    /// <summary>The customer; null when the delivery holds none.</summary>
    public Customer? Customer => Delivery!.One<Customer>(Purchase, "customer");

    /// <summary>The offers; empty when the delivery holds none.</summary>
    public IReadOnlyList<Offer> Offers => Delivery!.Many<Offer>(Purchase, "offers", "offer");
}
