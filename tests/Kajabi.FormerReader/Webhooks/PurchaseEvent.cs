namespace Kajabi;

/// <summary>The event of an offer that was bought or granted (<c>purchase</c>).</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class PurchaseEvent : WebhookEvent
{
    internal PurchaseEvent(WebhookDelivery delivery, string rawJson, Purchase purchase)
        : base(delivery, delivery.Event, rawJson)
    {
        Purchase = purchase;
    }

    /// <summary>Gets the purchase.</summary>
    public Purchase Purchase { get; }

    /// <summary>Gets the customer; null if the delivery contains none.</summary>
    public Customer? Customer => Delivery!.Related<Customer>(Purchase, "customer");

    /// <summary>Gets the offers; empty if the delivery contains none.</summary>
    public IReadOnlyList<Offer> Offers => Delivery!.AllRelated<Offer>(Purchase, "offers", "offer");
}
