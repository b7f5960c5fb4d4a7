using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>
/// Base class of the events of webhooks that are created in Kajabi's admin pages, such as <c>purchase.created</c>. Their names contain a
/// dot, and their deliveries have other formats than those of webhooks that are created through the API, such as
/// <see cref="PurchaseEvent"/>.
/// </summary>
/// <remarks>
/// Kajabi documents these formats in part, and they differ between deliveries. A property is null if a delivery does not contain its
/// value; <see cref="Data"/> and <see cref="WebhookEvent.RawJson"/> contain everything.
/// </remarks>
/// <example>
/// <code>
/// if (webhookEvent is AdminWebhookEvent { IsTest: true })
/// {
///     return; // Sent by the test button of the admin pages.
/// }
/// </code>
/// </example>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public abstract class AdminWebhookEvent : WebhookEvent
{
    private protected AdminWebhookEvent(AdminDelivery delivery, string rawJson, string deduplicationKey, bool isTest)
        : base(delivery.Delivery, delivery.Delivery.Event, rawJson, deduplicationKey)
    {
        Id = delivery.Delivery.Id;
        IsTest = isTest;
        Data = delivery.Data;
    }

    /// <summary>
    /// Gets the <c>id</c> of the delivery as it was sent; null if not sent. Its meaning differs: a UUID of the delivery, or the id of the
    /// transaction or of the order. Use <see cref="WebhookEvent.DeduplicationKey"/> to detect duplicates.
    /// </summary>
    public string? Id { get; }

    /// <summary>
    /// Gets whether the test button of the admin pages sent the delivery: its offer and its member have the id <c>0</c>, and its values
    /// are those of a sample. Do not store it as a sale. Always false for <see cref="AdminFormSubmissionCreatedEvent"/>.
    /// </summary>
    public bool IsTest { get; }

    /// <summary>
    /// Gets all values as they were received: the members of <c>payload</c> or, for a delivery without it, the members of the delivery.
    /// </summary>
    public IReadOnlyDictionary<string, JToken> Data { get; }
}
