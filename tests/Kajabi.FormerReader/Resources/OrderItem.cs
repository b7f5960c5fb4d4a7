namespace Kajabi;

/// <content>The related resources of an order item.</content>
public sealed partial class OrderItem
{
    /// <summary>
    /// Gets or sets the order of the item. Null if there is none or it was not requested with <c>include=order</c>.
    /// </summary>
    public Order? Order
    {
        get => Relationships.Order.Resource;
        set => Relationships.Order.Resource = value;
    }
}
