namespace Kajabi;

/// <summary>
/// A delivery that is none of the known events: a kind of event that is new, the other shapes that webhooks of the admin
/// pages send, a payload without the resource that the event is about, or a body that could not be read at all, see
/// <see cref="UnreadableReason"/>. <see cref="WebhookEvent.RawJson"/> has the whole text.
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
    /// Gets why the body is not a delivery: it is empty, cut off, not a JSON object, not text, or names no event. Null
    /// when it is a JSON object with the name of an event. An endpoint of your own responds to an unreadable body with a
    /// status code other than 2xx, so that Kajabi delivers again, and does not remember it as handled; the endpoint of
    /// <c>MapKajabiWebhook</c> does so. The reason contains nothing of the body.
    /// </summary>
    public string? UnreadableReason { get; }

    /// <summary>Nothing that came, because whatever posted it chose its name.</summary>
    /// <returns>Always <c>unknown event</c>.</returns>
    public override string ToString() => "unknown event";
}
