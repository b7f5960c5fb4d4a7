namespace Kajabi;

/// <content>What a purchase leads to.</content>
public sealed partial class Purchase
{
    /// <summary>The offer that was bought; null unless <c>include=offer</c> brought it.</summary>
    public Offer? Offer => RelatedOne<Offer>("offer");

    /// <summary>The customer who bought it; null unless <c>include=customer</c> brought it.</summary>
    public Customer? Customer => RelatedOne<Customer>("customer");

    /// <summary>The payments and refunds of the purchase; empty unless <c>include=transactions</c> brought them.</summary>
    public IReadOnlyList<Transaction> Transactions => RelatedMany<Transaction>("transactions");

    /// <summary>The products that the purchase grants; empty unless <c>include=products</c> brought them.</summary>
    public IReadOnlyList<Product> Products => RelatedMany<Product>("products");

    /// <summary>The offers that were bought, as webhook events name them; empty unless the document brought them.</summary>
    public IReadOnlyList<Offer> Offers => RelatedMany<Offer>("offers");
}
