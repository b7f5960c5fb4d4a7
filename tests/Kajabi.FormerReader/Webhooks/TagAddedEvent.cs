namespace Kajabi;

/// <summary>The event of a tag that was added to a contact (<c>tag_added</c>).</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class TagAddedEvent : WebhookEvent
{
    internal TagAddedEvent(WebhookDelivery delivery, string rawJson, Contact contact)
        : base(delivery, delivery.Event, rawJson)
    {
        Contact = contact;
    }

    /// <summary>Gets the contact, with its tags if the delivery contains the relationship.</summary>
    public Contact Contact { get; }

    /// <summary>
    /// Gets the tag, which has no relationship to the contact; null if the delivery contains none, or several, which are in
    /// its payload.
    /// </summary>
    public ContactTag? Tag => Delivery!.Single<ContactTag>();
}
