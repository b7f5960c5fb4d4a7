namespace Kajabi;

/// <content>The related resources of a transaction.</content>
public sealed partial class Transaction
{
    /// <summary>Gets or sets the site that was paid. Null if there is none or it was not requested with <c>include=site</c>.</summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>Gets or sets the customer who paid. Null if there is none or it was not requested with <c>include=customer</c>.</summary>
    public Customer? Customer
    {
        get => Relationships.Customer.Resource;
        set => Relationships.Customer.Resource = value;
    }

    /// <summary>
    /// Gets or sets the offer that was paid for. Null if there is none or it was not requested with <c>include=offer</c>.
    /// </summary>
    public Offer? Offer
    {
#pragma warning disable CS0618 // The relationship is deprecated, and the API still returns it.
        get => Relationships.Offer.Resource;
        set => Relationships.Offer.Resource = value;
#pragma warning restore CS0618
    }

    /// <summary>
    /// Gets or sets the purchases that the payment belongs to. Reading the list throws unless the request had <c>include=purchases</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Purchase> Purchases
    {
        get => Relationships.Purchases.NavigationList;
        set => Relationships.Purchases.Resources = value;
    }
}
