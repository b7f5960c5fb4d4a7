namespace Kajabi;

/// <content>What an offer leads to.</content>
public sealed partial class Offer
{
    /// <summary>The site that sells the offer; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The products that the offer grants; empty unless <c>include=products</c> brought them.</summary>
    public IReadOnlyList<Product> Products => RelatedMany<Product>("products");
}
