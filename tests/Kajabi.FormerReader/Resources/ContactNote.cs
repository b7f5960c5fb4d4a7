namespace Kajabi;

/// <content>The related resources of a contact note.</content>
public sealed partial class ContactNote
{
    /// <summary>
    /// Gets or sets the contact that the note is about. Null if there is none or it was not requested with <c>include=contact</c>.
    /// </summary>
    public Contact? Contact
    {
        get => Relationships.Contact.Resource;
        set => Relationships.Contact.Resource = value;
    }
}
