namespace Kajabi;

/// <content>The related resources of an order.</content>
public sealed partial class Order
{
    /// <summary>
    /// Gets or sets the site on which the order was placed. Null if there is none or it was not requested with <c>include=site</c>.
    /// </summary>
    public Site? Site
    {
        get => Relationships.Site.Resource;
        set => Relationships.Site.Resource = value;
    }

    /// <summary>
    /// Gets or sets the customer who placed the order. Null if there is none or it was not requested with <c>include=customer</c>.
    /// </summary>
    public Customer? Customer
    {
        get => Relationships.Customer.Resource;
        set => Relationships.Customer.Resource = value;
    }

    /// <summary>Gets or sets the items of the order. Reading the list throws unless the request had <c>include=order_items</c>.</summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<OrderItem> OrderItems
    {
        get => Relationships.OrderItems.NavigationList;
        set => Relationships.OrderItems.Resources = value;
    }

    /// <summary>
    /// Gets or sets the payments and refunds of the order. Reading the list throws unless the request had
    /// <c>include=payment_transactions</c>.
    /// </summary>
    /// <exception cref="RelationshipNotLoadedException">When the list is read: the document does not contain the resources.</exception>
    public IReadOnlyList<Transaction> PaymentTransactions
    {
        get => Relationships.PaymentTransactions.NavigationList;
        set => Relationships.PaymentTransactions.Resources = value;
    }
}
