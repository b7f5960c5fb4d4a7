namespace Kajabi;

/// <summary>A tag was put on a contact.</summary>
public sealed class TagAddedEvent : KajabiEvent
{
    internal TagAddedEvent(WebhookDelivery delivery, string rawJson, Contact contact)
        : base(delivery, rawJson)
    {
        Contact = contact;
    }

    /// <summary>The contact, with its tags where the delivery linked them.</summary>
    public Contact Contact { get; }

    /// <summary>The tag; null when the delivery holds none.</summary>
    public ContactTag? Tag => Delivery!.Payload.OfType<ContactTag>().FirstOrDefault();
}
