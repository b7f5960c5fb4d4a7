namespace Kajabi;

/// <summary>A payment succeeded.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class PaymentSucceededEvent : WebhookEvent
{
    internal PaymentSucceededEvent(WebhookDelivery delivery, string rawJson, Transaction transaction)
        : base(delivery, delivery.Event, rawJson)
    {
        Transaction = transaction;
    }

    /// <summary>The payment.</summary>
    public Transaction Transaction { get; }

    /// <summary>The customer who paid; null when the delivery holds none.</summary>
    public Customer? Customer => Delivery!.One<Customer>(Transaction, "customer");

    /// <summary>The offer that was paid for; null when the delivery holds none.</summary>
    public Offer? Offer => Delivery!.One<Offer>(Transaction, "offer");
}
