namespace Kajabi.Webhooks.Internal;

/// <summary>Creates the events of webhooks that were created in the admin pages.</summary>
internal static class AdminEventFactory
{
    /// <returns>The event; null if the delivery is not one of these events in a known shape.</returns>
    public static AdminWebhookEvent? Create(WebhookDelivery delivery, string rawJson) =>
        AdminDelivery.Create(delivery) is not { } admin
            ? null
            : delivery.Event switch
            {
                "purchase.created" when admin.IsSale() => new AdminPurchaseCreatedEvent(admin, rawJson),

                // Kajabi's description of the nested shape also uses the name of the event of the API.
                "payment.succeeded" or "payment_succeeded" when admin.IsSale() => new AdminPaymentSucceededEvent(admin, rawJson),
                "order.created" when admin.IsOrder() => new AdminOrderCreatedEvent(admin, rawJson),
                "form_submission.created" when admin.IsFormSubmission() => new AdminFormSubmissionCreatedEvent(admin, rawJson),
                _ => null,
            };
}
