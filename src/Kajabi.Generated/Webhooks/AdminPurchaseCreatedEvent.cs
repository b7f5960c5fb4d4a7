namespace Kajabi;

/// <summary>
/// The event <c>purchase.created</c> of a webhook of the admin pages: an offer was bought. Kajabi does not send it for granted offers and
/// coupons of 100 %.
/// </summary>
/// <example>
/// <code>
/// if (webhookEvent is AdminPurchaseCreatedEvent { IsTest: false } bought)
/// {
///     Console.WriteLine($"Offer {string.Join(", ", bought.OfferIds)} for {bought.AmountPaidInCents} {bought.Currency}");
/// }
/// </code>
/// </example>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class AdminPurchaseCreatedEvent : AdminSaleEvent
{
    internal AdminPurchaseCreatedEvent(AdminDelivery delivery, string rawJson)
        : base(delivery, rawJson, AdminEventKey.CreateForPurchase("purchase.created", delivery, rawJson))
    {
        SubtotalInCents = delivery.GetCents("subtotal");
        DiscountAmountInCents = delivery.GetCents("discount_amount");
        IsTrial = LenientValue.GetBoolean(delivery.GetPayment("trial"));
        IsOptIn = LenientValue.GetBoolean(delivery.GetPayment("opt_in"));
        SubscriptionId = delivery.SubscriptionId;
        CustomFields = delivery.GetTexts("custom_field_", null);
    }

    /// <summary>Gets the price before the discount, in cents; null if not sent.</summary>
    public long? SubtotalInCents { get; }

    /// <summary>Gets the discount, in cents; null if not sent.</summary>
    public long? DiscountAmountInCents { get; }

    /// <summary>Gets whether the purchase starts with a trial; null if not sent.</summary>
    public bool? IsTrial { get; }

    /// <summary>Gets whether the buyer agreed to receive e-mails; null if not sent.</summary>
    public bool? IsOptIn { get; }

    /// <summary>Gets the id of the subscription; null if there is none.</summary>
    public string? SubscriptionId { get; }

    /// <summary>
    /// Gets the values of the custom fields of the checkout, by their titles in lower case with underscores, such as
    /// <c>paper_size</c>; empty if there are none.
    /// </summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; }
}
