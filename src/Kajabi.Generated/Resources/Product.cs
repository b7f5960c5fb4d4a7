namespace Kajabi;

/// <content>What a product leads to.</content>
public sealed partial class Product
{
    /// <summary>The site that the product belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");
}
