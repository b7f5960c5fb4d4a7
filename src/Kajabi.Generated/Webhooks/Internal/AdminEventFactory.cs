namespace Kajabi.Webhooks.Internal;

/// <summary>Creates the events of webhooks that were created in the admin pages.</summary>
internal static class AdminEventFactory
{
    /// <returns>The event; null if the delivery is not one of these events in a known shape.</returns>
    public static AdminWebhookEvent? Create(WebhookDelivery delivery, string rawJson) =>
        // The names are compared first, because reading the values of a large delivery takes time.
        delivery.Event switch
        {
            "purchase.created" when AdminDelivery.Create(delivery) is { } sale && sale.IsSale() => new AdminPurchaseCreatedEvent(
                sale,
                rawJson
            ),

            // Kajabi's description of the nested shape also uses the name of the event of the API.
            "payment.succeeded" or "payment_succeeded" when AdminDelivery.Create(delivery) is { } sale && sale.IsSale() =>
                new AdminPaymentSucceededEvent(sale, rawJson),
            "order.created" when AdminDelivery.Create(delivery) is { } order && order.IsOrder() => new AdminOrderCreatedEvent(
                order,
                rawJson
            ),
            "form_submission.created" when AdminDelivery.Create(delivery) is { } form && form.IsFormSubmission() =>
                new AdminFormSubmissionCreatedEvent(form, rawJson),
            _ => null,
        };
}
