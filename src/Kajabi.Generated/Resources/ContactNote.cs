namespace Kajabi;

/// <content>What a contact note leads to.</content>
public sealed partial class ContactNote
{
    /// <summary>The contact that the note is about; null unless <c>include=contact</c> brought it.</summary>
    public Contact? Contact => RelatedOne<Contact>("contact");
}
