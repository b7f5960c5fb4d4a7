namespace Kajabi;

/// <content>The purchases that were created or changed since a point in time.</content>
public static partial class PurchasesApiExtensions
{
    /// <summary>Lists the purchases that were created or changed since a point in time.</summary>
    /// <remarks>
    /// The API documents the filter on <c>updated_at</c> and the sort order in prose. A deactivated purchase is a changed one. Deletions
    /// are not found.
    /// </remarks>
    /// <param name="api">The operations of the area.</param>
    /// <param name="since">
    /// The <see cref="ChangeSequence{TResource}.Watermark"/> of the last time; null for all purchases.
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
    /// <example><code>ChangeSequence&lt;Purchase&gt; changes = kajabi.Purchases.ListChangedPurchasesAsync(since);</code></example>
    public static ChangeSequence<Purchase> ListChangedPurchasesAsync(
        this IPurchasesApi api,
        DateTimeOffset? since,
        ListPurchasesQuery? query = null,
        TimeSpan? overlap = null
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeSequenceFactory.Create<ListPurchasesQuery, PurchaseCollection, Purchase>(
            ChangeTracking.Purchases,
            since,
            overlap,
            query,
            api.ListPurchasesAsync
        );
    }
}
