namespace Kajabi;

/// <content>The contacts that were created since a point in time.</content>
public static partial class ContactsApiExtensions
{
    /// <summary>Lists the contacts that were created since a point in time.</summary>
    /// <remarks>
    /// Changes of existing contacts are not found, because the API neither filters nor sorts by <c>updated_at</c>. The list is read from
    /// its end until an older contact is found. Deletions are not found.
    /// </remarks>
    /// <param name="api">The operations of the area.</param>
    /// <param name="since">
    /// The <see cref="ChangeSequence{TResource}.Watermark"/> of the last time; null for all contacts.
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
    /// <example><code>ChangeSequence&lt;Contact&gt; changes = kajabi.Contacts.ListCreatedContactsAsync(since);</code></example>
    public static ChangeSequence<Contact> ListCreatedContactsAsync(
        this IContactsApi api,
        DateTimeOffset? since,
        ListContactsQuery? query = null,
        TimeSpan? overlap = null
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        return ChangeSequenceFactory.Create<ListContactsQuery, ContactCollection, Contact>(
            ChangeTracking.SortedByCreation,
            since,
            overlap,
            query,
            api.ListContactsAsync
        );
    }
}
