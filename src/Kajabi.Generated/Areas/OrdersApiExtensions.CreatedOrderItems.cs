namespace Kajabi;

/// <content>The order items that were created since a point in time.</content>
public static partial class OrdersApiExtensions
{
    /// <summary>Lists the order items that were created since a point in time.</summary>
    /// <remarks>
    /// Changes of existing items are not found, because the API shows no time of them. The list is read from its end until an older item
    /// is found. Deletions are not found.
    /// </remarks>
    /// <param name="api">The operations of the area.</param>
    /// <param name="since">
    /// The <see cref="ChangeSequence{TResource}.Watermark"/> of the last time; null for all order items.
    /// </param>
    /// <param name="query">Further filters, the page size and includes; null for none. It is copied.</param>
    /// <param name="overlap">How much earlier than <paramref name="since"/> to start; null for <see cref="ChangeOverlap.Default"/>.</param>
    /// <returns>A sequence that sends no request until it is enumerated.</returns>
    /// <exception cref="ArgumentException">The query has a sort order, a page number or the filter that the method sets.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The overlap is negative.</exception>
    /// <exception cref="KajabiApiException">
    /// While enumerating: the API returned an error, could not be reached, or sent an unexpected response.
    /// </exception>
    /// <exception cref="KajabiSerializationException">
    /// While enumerating: a page names itself or an earlier page as the next one.
    /// </exception>
    /// <exception cref="KajabiListChangedException">
    /// At the end of the enumeration: the list changed each time that it was read, and the API did not sort it.
    /// </exception>
    /// <example><code>ChangeSequence&lt;OrderItem&gt; changes = kajabi.Orders.ListCreatedOrderItemsAsync(since);</code></example>
    public static ChangeSequence<OrderItem> ListCreatedOrderItemsAsync(
        this IOrdersApi api,
        DateTimeOffset? since,
        ListOrderItemsQuery? query = null,
        TimeSpan? overlap = null
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeSequenceFactory.Create<ListOrderItemsQuery, OrderItemCollection, OrderItem>(
            ChangeTracking.SortedByCreation,
            since,
            overlap,
            query,
            api.ListOrderItemsAsync
        );
    }
}
