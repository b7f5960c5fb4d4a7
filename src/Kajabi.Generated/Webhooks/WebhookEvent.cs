using System.Collections;
using System.Diagnostics;

namespace Kajabi;

/// <summary>Something that happened in Kajabi, out of a webhook delivery. Each kind of event has its own class.</summary>
/// <remarks>Kajabi does not sign deliveries and repeats them: check the secret in the address, and drop what came before by <see cref="DeduplicationKey"/>.</remarks>
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
        DeduplicationKey = deduplicationKey ?? DeliveryKey.Of(rawJson);
    }

    /// <summary>The name of the event on the wire, such as <c>tag_added</c>; null when the delivery names none.</summary>
    public string? Name { get; }

    /// <summary>
    /// A hash of the whole delivery: the same for every duplicate of a delivery, and different for deliveries that differ
    /// in anything, such as the next event about the same resource, which has the same id. Do not remember the key of an
    /// event whose <see cref="UnknownEvent.UnreadableReason"/> is set: all empty bodies have the same key.
    /// </summary>
    public string DeduplicationKey { get; }

    /// <summary>The delivery with all its resources; null when it was no delivery at all.</summary>
    public WebhookDelivery? Delivery { get; }

    /// <summary>The text of the delivery as it came. It holds personal data: keep it out of logs.</summary>
    public string RawJson { get; }

    /// <summary>The event and nothing personal.</summary>
    /// <returns>For example <c>tag_added</c>.</returns>
    public override string ToString() => Name ?? "unknown event";

    /// <inheritdoc cref="IdentityEnumeration" />
    IEnumerator IEnumerable.GetEnumerator() => IdentityEnumeration.Create(this);
}
