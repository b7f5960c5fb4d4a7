namespace Kajabi;

/// <content>The related resources of an offer.</content>
public sealed partial class Offer
{
    /// <summary>
    /// Gets or sets the site that sells the offer. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>
    /// Gets or sets the products that the offer grants. Reading the list throws unless the request had <c>include=products</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Product> Products
    {
        get => Relationships.Products.NavigationList;
        set => Relationships.Products.Resources = value;
    }
}
