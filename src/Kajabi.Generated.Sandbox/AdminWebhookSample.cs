using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Webhooks;

namespace Kajabi.Sandbox;

/// <summary>
/// Creates deliveries of webhooks that are created in Kajabi's admin pages, for tests without a running sandbox. Their values are those of
/// a sale to the contact <c>123</c> of the sandbox.
/// </summary>
/// <example>
/// <code>
/// string json = AdminWebhookSample.Create("payment.succeeded", AdminWebhookVariant.Bundled);
/// AdminPaymentSucceededEvent paid = (AdminPaymentSucceededEvent)WebhookParser.Parse(json);
/// </code>
/// </example>
public static class AdminWebhookSample
{
    /// <summary>Gets the names of the events that webhooks of the admin pages send.</summary>
    public static IReadOnlyList<string> EventNames => AdminEventPayload.EventNames;

    /// <summary>Creates the body of a delivery.</summary>
    /// <param name="eventName">The name of the event, one of <see cref="EventNames"/>.</param>
    /// <param name="variant">The variant. Default: the format that Kajabi sends.</param>
    /// <param name="transactionId">
    /// The id of the payment or, for <c>order.created</c>, of the order: digits, by which a receiver detects duplicates. Ignored for other
    /// events and for <see cref="AdminWebhookVariant.Test"/>, whose value is always the same. Default: null, a random one.
    /// </param>
    /// <returns>The JSON, in which the id of the delivery is a new one, as for two webhooks that deliver the same sale.</returns>
    /// <exception cref="ArgumentException">
    /// The event is unknown or has no such variant, or the id does not consist of 1 to 18 digits.
    /// </exception>
    public static string Create(string eventName, AdminWebhookVariant variant = AdminWebhookVariant.Default, string? transactionId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        string id =
            transactionId
            ?? Random.Shared.NextInt64(3_000_000_000, 4_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (id.Length is 0 or > 18 || !id.All(char.IsAsciiDigit))
        {
            throw new ArgumentException($"The id of a transaction consists of 1 to 18 digits; '{id}' does not.", nameof(transactionId));
        }

        AdminSale sale = AdminSale.CreateSample(id, offerCount: variant == AdminWebhookVariant.Bundled ? 2 : 1);
        JsonObject? body = (eventName, variant) switch
        {
            ("purchase.created", AdminWebhookVariant.Default) => AdminEventPayload.CreatePurchase(sale),
            ("purchase.created", AdminWebhookVariant.Nested) => AdminEventPayload.CreateNestedPurchase(sale),
            ("purchase.created", AdminWebhookVariant.Test) => AdminEventPayload.CreatePurchase(AdminSale.Test),
            ("payment.succeeded", AdminWebhookVariant.Default or AdminWebhookVariant.Bundled) => AdminEventPayload.CreatePayment(sale),
            ("order.created", AdminWebhookVariant.Default) => AdminEventPayload.CreateOrder(sale),
            ("form_submission.created", AdminWebhookVariant.Default) => AdminEventPayload.CreateFormSubmission(
                "Newsletter",
                [("Your name", "Johanna Brandt"), ("Email", "johanna@example.com"), ("Favourite glaze", "Celadon")]
            ),
            _ => null,
        };
        return body?.ToJsonString()
            ?? throw new ArgumentException(
                EventNames.Contains(eventName)
                    ? $"The event {eventName} has no variant {variant}."
                    : $"'{eventName}' is none of the events {string.Join(", ", EventNames)}.",
                EventNames.Contains(eventName) ? nameof(variant) : nameof(eventName)
            );
    }
}
