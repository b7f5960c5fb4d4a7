namespace Kajabi;

/// <content>What a transaction leads to.</content>
public sealed partial class Transaction
{
    /// <summary>The site that was paid; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The customer who paid; null unless <c>include=customer</c> brought it.</summary>
    public Customer? Customer => RelatedOne<Customer>("customer");

    /// <summary>The offer that was paid for; null unless <c>include=offer</c> brought it.</summary>
    public Offer? Offer => RelatedOne<Offer>("offer");

    /// <summary>The purchases that the payment belongs to; empty unless <c>include=purchases</c> brought them.</summary>
    public IReadOnlyList<Purchase> Purchases => RelatedMany<Purchase>("purchases");
}
