namespace Kajabi;

/// <content>The related resources of a transaction.</content>
public sealed partial class Transaction
{
    /// <summary>
    /// Gets or sets the purchases that were paid, each of which has its offer. Usually one; several if one payment covers several offers
    /// (a bundled payment). Reading the list throws unless the request had <c>include=purchases</c>.
    /// <c>kajabi.Transactions.GetPaymentContentsAsync</c> requests them if they are missing.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Purchase> Purchases
    {
        get => Relationships.Purchases.NavigationList;
        set => Relationships.Purchases.Resources = value;
    }

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
    /// Gets or sets the offer that was paid for. Null if there is none, if one payment covers several offers, or if it was not requested
    /// with <c>include=offer</c>.
    /// </summary>
    [Obsolete("It is null if one payment covers several offers. Use Purchases: each of them has its offer.")]
    public Offer? Offer
    {
        get => Relationships.Offer.Resource;
        set => Relationships.Offer.Resource = value;
    }
}
