namespace Kajabi;

/// <content>What a contact leads to.</content>
public sealed partial class Contact
{
    /// <summary>The site that the contact belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The customer record of the contact, which it has once it was granted an offer or bought one; null unless <c>include=customer</c> brought it.</summary>
    public Customer? Customer => RelatedOne<Customer>("customer");

    /// <summary>The offers that the contact was granted; empty unless <c>include=offers</c> brought them.</summary>
    public IReadOnlyList<Offer> Offers => RelatedMany<Offer>("offers");

    /// <summary>The tags on the contact; empty unless <c>include=tags</c> brought them.</summary>
    public IReadOnlyList<ContactTag> Tags => RelatedMany<ContactTag>("tags");
}
