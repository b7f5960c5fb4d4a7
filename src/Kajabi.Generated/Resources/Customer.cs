namespace Kajabi;

/// <content>What a customer leads to.</content>
public sealed partial class Customer
{
    /// <summary>The contact record of the customer; null unless <c>include=contact</c> brought it.</summary>
    public Contact? Contact => RelatedOne<Contact>("contact");

    /// <summary>The site that the customer belongs to; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The offers that the customer was granted; empty unless <c>include=offers</c> brought them.</summary>
    public IReadOnlyList<Offer> Offers => RelatedMany<Offer>("offers");

    /// <summary>The products that the customer can reach through offers; empty unless <c>include=products</c> brought them.</summary>
    public IReadOnlyList<Product> Products => RelatedMany<Product>("products");
}
