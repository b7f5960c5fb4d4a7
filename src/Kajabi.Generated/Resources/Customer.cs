namespace Kajabi;

/// <content>The related resources of a customer.</content>
public sealed partial class Customer
{
    /// <summary>
    /// Gets or sets the contact record of the customer. Null if there is none or it was not requested with <c>include=contact</c>.
    /// </summary>
    public Contact? Contact
    {
        get => RelatedOne<Contact>("contact");
        set => SetRelatedOne("contact", value);
    }

    /// <summary>
    /// Gets or sets the site that the customer belongs to. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => RelatedOne<Site>("site");
        set => SetRelatedOne("site", value);
    }

    /// <summary>
    /// Gets or sets the offers that the customer was granted. Reading the list throws unless the request had <c>include=offers</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Offer> Offers
    {
        get => RelatedMany<Offer>("offers");
        set => SetRelatedMany("offers", value);
    }

    /// <summary>
    /// Gets or sets the products that the customer can reach through offers. Reading the list throws unless the request had
    /// <c>include=products</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Product> Products
    {
        get => RelatedMany<Product>("products");
        set => SetRelatedMany("products", value);
    }
}
