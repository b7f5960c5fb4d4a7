namespace Kajabi;

/// <summary>
/// The event <c>payment.succeeded</c> of a webhook of the admin pages: a payment was received, which is the first one, one of a
/// subscription or an installment. One payment can cover several offers, see <see cref="AdminSaleEvent.OfferIds"/>.
/// </summary>
/// <example>
/// <code>
/// if (webhookEvent is AdminPaymentSucceededEvent { IsTest: false, TransactionId: { } transactionId })
/// {
///     PaymentContents contents = await kajabi.Transactions.GetPaymentContentsByIdAsync(transactionId, cancellationToken);
/// }
/// </code>
/// </example>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class AdminPaymentSucceededEvent : AdminSaleEvent
{
    internal AdminPaymentSucceededEvent(AdminDelivery delivery, string rawJson)
        : base(delivery, rawJson, AdminEventKey.CreateForPayment("payment.succeeded", delivery, rawJson))
    {
        SalesTaxInCents = delivery.GetCents("sales_tax");
    }

    /// <summary>Gets the sales tax that is part of the payment, in cents; null if not sent.</summary>
    public long? SalesTaxInCents { get; }
}
