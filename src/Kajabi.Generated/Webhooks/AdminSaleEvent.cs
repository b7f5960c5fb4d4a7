namespace Kajabi;

/// <summary>
/// Base class of the events of a sale of webhooks of the admin pages: <see cref="AdminPurchaseCreatedEvent"/> and
/// <see cref="AdminPaymentSucceededEvent"/>. Amounts are in the smallest unit of the currency, such as cents.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class AdminSaleEvent : AdminWebhookEvent
{
    private protected AdminSaleEvent(AdminDelivery delivery, string rawJson, string deduplicationKey)
        : base(delivery, rawJson, deduplicationKey, delivery.IsTest)
    {
        Member = new AdminWebhookMember(delivery);
        OfferIds = delivery.OfferIds;
        OfferTitle = LenientValue.GetText(delivery.GetOffer("title"));
        OfferType = LenientValue.GetText(delivery.GetOffer("type"));
        TransactionId = delivery.TransactionId;
        TransactionCreatedAt = LenientValue.GetTime(delivery.CreatedAt);
        AmountPaidInCents = delivery.GetCents("amount_paid");
        Currency = LenientValue.GetText(delivery.GetPayment("currency"));
        CouponCode = LenientValue.GetText(delivery.GetPayment("coupon_code"));
        Quantity = LenientValue.GetInteger(delivery.GetPayment("quantity"));
        PaymentMethod = LenientValue.GetText(delivery.GetPayment("payment_method"));
        PaymentProcessor = LenientValue.GetText(delivery.GetPayment("payment_processor"));
        ContactInformation = delivery.GetTexts("contact_", "extra_contact_information");
    }

    /// <summary>Gets the buyer; its properties are null if the delivery does not contain them.</summary>
    public AdminWebhookMember Member { get; }

    /// <summary>
    /// Gets the ids of the offers: usually one; several if one payment covers several offers, whose ids the delivery joins with commas.
    /// Empty if not sent.
    /// </summary>
    public IReadOnlyList<string> OfferIds { get; }

    /// <summary>
    /// Gets the title of the offer as it was sent; null if not sent. For several offers, the delivery joins the titles with commas. It is
    /// not split, because a title can contain a comma: find the offers by <see cref="OfferIds"/>.
    /// </summary>
    public string? OfferTitle { get; }

    /// <summary>Gets the type of the offer, such as <c>subscription</c>; null if not sent.</summary>
    public string? OfferType { get; }

    /// <summary>
    /// Gets the id of the payment; null if not sent. <c>kajabi.Transactions.GetPaymentContentsByIdAsync</c> returns its purchases.
    /// </summary>
    public string? TransactionId { get; }

    /// <summary>
    /// Gets the time of the payment, with the offset that was sent, or in UTC without one; null if not sent, and for a text that is not a
    /// date or time in ISO 8601 with a date, such as <c>12:30</c>.
    /// </summary>
    public DateTimeOffset? TransactionCreatedAt { get; }

    /// <summary>
    /// Gets the amount that was paid, in cents; null if not sent. If the delivery contains only the amount in the major unit of the
    /// currency, that is converted, with two decimals for an unknown currency. A text with a fraction, such as <c>"40.00"</c>, is not an
    /// amount in cents.
    /// </summary>
    public long? AmountPaidInCents { get; }

    /// <summary>Gets the code of the currency, such as <c>EUR</c>; null if not sent.</summary>
    public string? Currency { get; }

    /// <summary>Gets the code of the coupon; null if there is none.</summary>
    public string? CouponCode { get; }

    /// <summary>Gets the quantity; null if not sent.</summary>
    public long? Quantity { get; }

    /// <summary>Gets the means of payment, such as <c>visa</c>; null if not sent.</summary>
    public string? PaymentMethod { get; }

    /// <summary>Gets the payment provider; null if not sent.</summary>
    public string? PaymentProcessor { get; }

    /// <summary>
    /// Gets the address and the phone number that the offer collects, by names such as <c>address_city</c> and <c>phone_number</c>;
    /// empty if there are none.
    /// </summary>
    public IReadOnlyDictionary<string, string> ContactInformation { get; }
}
