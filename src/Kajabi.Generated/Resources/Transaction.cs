namespace Kajabi;

/// <content>The related resources of a transaction.</content>
public sealed partial class Transaction
{
    /// <summary>Gets or sets the site that was paid. Null if there is none or it was not requested with <c>include=site</c>.</summary>
    public Site? Site
    {
        get => RelatedOne<Site>("site");
        set => SetRelatedOne("site", value);
    }

    /// <summary>Gets or sets the customer who paid. Null if there is none or it was not requested with <c>include=customer</c>.</summary>
    public Customer? Customer
    {
        get => RelatedOne<Customer>("customer");
        set => SetRelatedOne("customer", value);
    }

    /// <summary>
    /// Gets or sets the offer that was paid for. Null if there is none or it was not requested with <c>include=offer</c>.
    /// </summary>
    public Offer? Offer
    {
        get => RelatedOne<Offer>("offer");
        set => SetRelatedOne("offer", value);
    }

    /// <summary>
    /// Gets or sets the purchases that the payment belongs to. Reading the list throws unless the request had <c>include=purchases</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Purchase> Purchases
    {
        get => RelatedMany<Purchase>("purchases");
        set => SetRelatedMany("purchases", value);
    }
}
