namespace Kajabi;

/// <summary>The event of a successful payment (<c>payment_succeeded</c>).</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class PaymentSucceededEvent : WebhookEvent
{
    internal PaymentSucceededEvent(WebhookDelivery delivery, string rawJson, Transaction transaction)
        : base(delivery, delivery.Event, rawJson)
    {
        Transaction = transaction;
    }

    /// <summary>Gets the payment.</summary>
    public Transaction Transaction { get; }

    /// <summary>Gets the customer who paid; null if the delivery contains none.</summary>
    public Customer? Customer => Delivery!.Related<Customer>(Transaction, "customer");

    /// <summary>Gets the offer that was paid for; null if the delivery contains none.</summary>
    public Offer? Offer => Delivery!.Related<Offer>(Transaction, "offer");
}
