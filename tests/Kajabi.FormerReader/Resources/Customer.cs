namespace Kajabi;

/// <content>The related resources of a customer.</content>
public sealed partial class Customer
{
    /// <summary>
    /// Gets or sets the contact record of the customer. Null if there is none or it was not requested with <c>include=contact</c>.
    /// </summary>
    public Contact? Contact
    {
        get => Relationships.Contact.Resource;
        set => Relationships.Contact.Resource = value;
    }

    /// <summary>
    /// Gets or sets the site that the customer belongs to. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>
    /// Gets or sets the offers that the customer was granted. Reading the list throws unless the request had <c>include=offers</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Offer> Offers
    {
        get => Relationships.Offers.NavigationList;
        set => Relationships.Offers.Resources = value;
    }

    /// <summary>
    /// Gets or sets the products that the customer can reach through offers. Reading the list throws unless the request had
    /// <c>include=products</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Product> Products
    {
        get => Relationships.Products.NavigationList;
        set => Relationships.Products.Resources = value;
    }
}
