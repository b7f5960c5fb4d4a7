namespace Kajabi;

/// <summary>
/// The event of a successful payment (<c>payment_succeeded</c>). One payment can cover several offers: there is one event, and its
/// purchases name what was bought.
/// </summary>
/// <example>
/// <code>
/// if (webhookEvent is PaymentSucceededEvent paid)
/// {
///     PaymentContents contents = await kajabi.Transactions.GetPaymentContentsAsync(paid.Transaction, cancellationToken);
/// }
/// </code>
/// </example>
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

    /// <summary>
    /// Gets the ids of the purchases that were paid; empty if the delivery names none.
    /// <c>kajabi.Transactions.GetPaymentContentsAsync</c> returns the purchases and their offers.
    /// </summary>
    public IReadOnlyList<string> PurchaseIds => [.. Transaction.Relationships.Purchases.Identifiers.Select(static purchase => purchase.Id)];

    /// <summary>Gets the customer who paid; null if the delivery contains none.</summary>
    public Customer? Customer => Delivery!.Related<Customer>(Transaction, "customer");

    /// <summary>
    /// Gets the offer that was paid for; null if the delivery contains none, and for a payment that covers several offers.
    /// </summary>
    [Obsolete("It is null if one payment covers several offers. Use PurchaseIds, or GetPaymentContentsAsync for the purchases and offers.")]
    public Offer? Offer => Delivery!.Related<Offer>(Transaction, "offer");
}
