namespace Kajabi;

/// <content>What an order leads to.</content>
public sealed partial class Order
{
    /// <summary>The site on which the order was placed; null unless <c>include=site</c> brought it.</summary>
    public Site? Site => RelatedOne<Site>("site");

    /// <summary>The customer who placed the order; null unless <c>include=customer</c> brought it.</summary>
    public Customer? Customer => RelatedOne<Customer>("customer");

    /// <summary>The items of the order; empty unless <c>include=order_items</c> brought them.</summary>
    public IReadOnlyList<OrderItem> OrderItems => RelatedMany<OrderItem>("order_items");

    /// <summary>The payments and refunds of the order; empty unless <c>include=payment_transactions</c> brought them.</summary>
    public IReadOnlyList<Transaction> PaymentTransactions => RelatedMany<Transaction>("payment_transactions");
}
