namespace Kajabi;

/// <content>
/// The related resources of a purchase. A delivery of a webhook contains some of them; in other documents, their ids are in the
/// relationships.
/// </content>
public sealed partial class Purchase
{
    /// <summary>
    /// Gets or sets the offer that was bought. Null if there is none or the document does not contain it: requests for purchases accept
    /// no include.
    /// </summary>
    public Offer? Offer
    {
        get => Relationships.Offer.Resource;
        set => Relationships.Offer.Resource = value;
    }

    /// <summary>
    /// Gets or sets the customer who bought it. Null if there is none or the document does not contain it: requests for purchases
    /// accept no include.
    /// </summary>
    public Customer? Customer
    {
        get => Relationships.Customer.Resource;
        set => Relationships.Customer.Resource = value;
    }

    /// <summary>
    /// Gets or sets the payments and refunds of the purchase. Reading the list throws unless the document contains them: requests for
    /// purchases accept no include.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Transaction> Transactions
    {
        get => Relationships.Transactions.NavigationList;
        set => Relationships.Transactions.Resources = value;
    }

    /// <summary>
    /// Gets or sets the products that the purchase grants. Reading the list throws unless the document contains them: requests for
    /// purchases accept no include.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Product> Products
    {
        get => Relationships.Products.NavigationList;
        set => Relationships.Products.Resources = value;
    }

    /// <summary>
    /// Gets or sets the offers that were bought, as webhook events name them. Reading the list throws unless the document contains them.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Offer> Offers
    {
        get => Relationships.Offers.NavigationList;
        set => Relationships.Offers.Resources = value;
    }
}
