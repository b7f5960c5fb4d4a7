namespace Kajabi;

/// <content>The related resources of a contact.</content>
public sealed partial class Contact
{
    /// <summary>
    /// Gets or sets the site that the contact belongs to. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>
    /// Gets or sets the customer record of the contact, which it has once it was granted an offer or bought one. Null if there is none or
    /// it was not requested with <c>include=customer</c>.
    /// </summary>
    public Customer? Customer
    {
        get => Relationships.Customer.Resource;
        set => Relationships.Customer.Resource = value;
    }

    /// <summary>
    /// Gets or sets the offers that the contact was granted. Reading the list throws unless the request had <c>include=offers</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Offer> Offers
    {
        get => Relationships.Offers.NavigationList;
        set => Relationships.Offers.Resources = value;
    }

    /// <summary>Gets or sets the tags on the contact. Reading the list throws unless the request had <c>include=tags</c>.</summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<ContactTag> Tags
    {
        get => Relationships.Tags.NavigationList;
        set => Relationships.Tags.Resources = value;
    }
}
