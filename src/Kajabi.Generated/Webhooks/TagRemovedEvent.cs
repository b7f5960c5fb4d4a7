namespace Kajabi;

/// <summary>A tag was taken off a contact.</summary>
public sealed class TagRemovedEvent : KajabiEvent
{
    internal TagRemovedEvent(WebhookDelivery delivery, string rawJson, Contact contact)
        : base(delivery, rawJson)
    {
        Contact = contact;
    }

    /// <summary>The contact.</summary>
    public Contact Contact { get; }

    /// <summary>The tag; null when the delivery holds none.</summary>
    public ContactTag? Tag => Delivery!.Payload.OfType<ContactTag>().FirstOrDefault();
}
