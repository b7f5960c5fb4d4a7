namespace Kajabi;

/// <summary>
/// A delivery that is none of the known events: a new event type, an unknown format, a payload without the resource of the event, or
/// an unreadable body, see <see cref="UnreadableReason"/>. The complete text is in <see cref="WebhookEvent.RawJson"/>.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class UnknownEvent : WebhookEvent
{
    internal UnknownEvent(
        WebhookDelivery? delivery,
        string? name,
        string rawJson,
        string? unreadableReason = null,
        string? deduplicationKey = null
    )
        : base(delivery, name, rawJson, deduplicationKey)
    {
        UnreadableReason = unreadableReason;
    }

    /// <summary>
    /// Gets the reason why the body is not a delivery: it is empty, truncated, not a JSON object, not text, or has no event name.
    /// Null if it is a JSON object with an event name. Respond to an unreadable body with a status code other than 2xx, so that
    /// Kajabi delivers it again, and do not store its deduplication key; the endpoint of <c>MapKajabiWebhook</c> does so. The
    /// reason contains no part of the body.
    /// </summary>
    public string? UnreadableReason { get; }

    /// <summary>Returns a fixed text, because the sender of the delivery chooses the event name.</summary>
    /// <returns>Always <c>unknown event</c>.</returns>
    public override string ToString() => "unknown event";
}
