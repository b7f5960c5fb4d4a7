namespace Kajabi;

/// <summary>The event of a tag that was removed from a contact (<c>tag_removed</c>).</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class TagRemovedEvent : WebhookEvent
{
    internal TagRemovedEvent(WebhookDelivery delivery, string rawJson, Contact contact)
        : base(delivery, delivery.Event, rawJson)
    {
        Contact = contact;
    }

    /// <summary>Gets the contact.</summary>
    public Contact Contact { get; }

    /// <summary>
    /// Gets the tag, which has no relationship to the contact; null if the delivery contains none, or several, which are in
    /// its payload.
    /// </summary>
    public ContactTag? Tag => Delivery!.Single<ContactTag>();
}
