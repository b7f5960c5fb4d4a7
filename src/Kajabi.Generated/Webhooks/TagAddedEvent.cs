namespace Kajabi;

/// <summary>A tag was put on a contact.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(JsonApiConverterFactory))]
public sealed class TagAddedEvent : WebhookEvent
{
    internal TagAddedEvent(WebhookDelivery delivery, string rawJson, Contact contact)
        : base(delivery, delivery.Event, rawJson)
    {
        Contact = contact;
    }

    /// <summary>The contact, with its tags where the delivery linked them.</summary>
    public Contact Contact { get; }

    /// <summary>The tag, which nothing links to the contact; null when the delivery holds none or several, which are in its payload.</summary>
    public ContactTag? Tag => Delivery!.Only<ContactTag>();
}
