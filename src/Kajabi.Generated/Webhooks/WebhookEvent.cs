using System.Collections;
using System.Diagnostics;

namespace Kajabi;

/// <summary>Base class of webhook events. Each event type has its own class.</summary>
/// <remarks>
/// Kajabi does not sign deliveries and can send duplicates: validate a secret in the URL of the endpoint, and detect duplicates
/// by <see cref="DeduplicationKey"/>.
/// </remarks>
[Newtonsoft.Json.JsonConverter(typeof(JsonApiConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
[DebuggerDisplay("{ToString(),nq}")]
public abstract class WebhookEvent : IEnumerable
{
    private protected WebhookEvent(WebhookDelivery? delivery, string? name, string rawJson, string? deduplicationKey = null)
    {
        Delivery = delivery;
        Name = name;
        RawJson = rawJson;
        DeduplicationKey = deduplicationKey ?? DeliveryKey.Create(rawJson);
    }

    /// <summary>Gets the name of the event, such as <c>tag_added</c>; null if the delivery contains none.</summary>
    public string? Name { get; }

    /// <summary>
    /// Gets a key that is equal for duplicates, and different for any other delivery, such as the next event of the same resource,
    /// which has the same id. It is a hash of the whole delivery; for an <see cref="AdminSaleEvent"/>, of its name, its transaction and
    /// its offers, because two webhooks of the admin pages deliver the same sale with different texts. Without a transaction it is a hash
    /// of the other ids: those of the order, the subscription of a purchase or the delivery, and for a payment also its time and amount.
    /// The key of an order or a form submission is a hash of its name and its id. Do not store the key of an event with an
    /// <see cref="UnknownEvent.UnreadableReason"/>: all empty bodies have the same key.
    /// </summary>
    public string DeduplicationKey { get; }

    /// <summary>Gets the delivery with all its resources; null if the body is not a delivery.</summary>
    public WebhookDelivery? Delivery { get; }

    /// <summary>Gets the unchanged text of the delivery. It contains personal data: do not log it.</summary>
    public string RawJson { get; }

    /// <summary>Returns the name of the event, without personal data.</summary>
    /// <returns>For example <c>tag_added</c>.</returns>
    public override string ToString() => Name!; // Only an unknown event can have no name, and it returns a fixed text.

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
