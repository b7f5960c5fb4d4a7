namespace Kajabi;

/// <content>The related resources of a product.</content>
public sealed partial class Product
{
    /// <summary>
    /// Gets or sets the site that the product belongs to. Null if there is none or the document does not contain it: requests for
    /// products accept no include.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }
}
