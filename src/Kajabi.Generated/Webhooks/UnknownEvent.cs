namespace Kajabi;

/// <summary>
/// A delivery that is none of the known events: a kind that came later, the flat shape that webhooks of the admin
/// pages send, a payload without what the event is about, or no JSON at all. Everything is in <see cref="KajabiEvent.RawJson"/>.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class UnknownEvent : KajabiEvent
{
    internal UnknownEvent(WebhookDelivery? delivery, string? name, string rawJson)
        : base(delivery, name, rawJson)
    {
    }

    /// <summary>Nothing that came, because whatever posted it chose its name.</summary>
    /// <returns>Always <c>unknown event</c>.</returns>
    public override string ToString() => "unknown event";
}
