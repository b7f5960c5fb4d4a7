namespace Kajabi;

/// <content>What an order item leads to.</content>
public sealed partial class OrderItem
{
    /// <summary>The order that holds the item; null unless <c>include=order</c> brought it.</summary>
    public Order? Order => RelatedOne<Order>("order");
}
