using System.Runtime.CompilerServices;

namespace Kajabi;

/// <summary>
/// Enumerates all resources of a list over all its pages. Each page is requested when it is reached. Every enumeration starts
/// with the first page.
/// </summary>
/// <remarks>
/// <para>
/// The API numbers its pages. When resources are added to the list or removed from it between two requests, the later
/// pages shift, so that resources are skipped or returned twice. The sequence detects this by the totals in the meta of
/// the pages, by resources that two consecutive pages contain, and by the number of resources that it returned. It
/// returns all resources that can be read and then throws <see cref="KajabiListChangedException"/> instead of ending.
/// A removal that is balanced by an addition on the same side of the current page changes none of these numbers and
/// cannot be detected; nor can a change in a list without totals and without duplicates.
/// </para>
/// <para>
/// To delete the resources of a list, or to change them so that the filter no longer matches, read all of their ids first with
/// <see cref="ReadAllIdsAsync"/>, or all resources with <see cref="ReadAllAsync"/>.
/// </para>
/// </remarks>
/// <example>
/// Delete all contacts of a search:
/// <code>
/// ListContactsQuery query = new() { SiteId = siteId, EmailContains = "@example.com" };
/// foreach (string id in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllIdsAsync())
/// {
///     await kajabi.Contacts.DeleteContactAsync(id);
/// }
/// </code>
/// Read the pages with their totals, and request the next page while the current one is processed:
/// <code>
/// await foreach (ContactCollection page in kajabi.Contacts.ListAllContactsAsync(query).WithPrefetch().AsPages())
/// {
///     Console.WriteLine($"{page.Data.Count} of {page.Meta?.TotalCount}");
/// }
/// </code>
/// </example>
/// <typeparam name="TPage">The class of the pages.</typeparam>
/// <typeparam name="TResource">The class of the resources.</typeparam>
public sealed class PagedEnumerable<TPage, TResource> : IAsyncEnumerable<TResource>
    where TPage : Document
    where TResource : Resource
{
    private const int MaxReadAttempts = 3;

    private readonly Refit.PagedEnumerable<TPage, TResource> _pages;
    private readonly Refit.PagedEnumerable<TPage, TResource>? _idPages;
    private readonly int _firstPage;
    private readonly bool _detectsChanges;

    /// <param name="pages">The pages.</param>
    /// <param name="firstPage">The number of the first page.</param>
    /// <param name="detectsChanges">Whether a change of the list throws.</param>
    /// <param name="idPages">The same pages with small resources, of which only the ids are read; null if the API has none.</param>
    internal PagedEnumerable(
        Refit.PagedEnumerable<TPage, TResource> pages,
        int firstPage,
        bool detectsChanges = true,
        Refit.PagedEnumerable<TPage, TResource>? idPages = null
    )
    {
        (_pages, _firstPage, _detectsChanges, _idPages) = (pages, firstPage, detectsChanges, idPages);
    }

    /// <summary>Returns the pages, with their totals, instead of the resources.</summary>
    /// <returns>A sequence that sends no request until it is enumerated. It detects changes as this one does.</returns>
    public IAsyncEnumerable<TPage> AsPages() => ReadPagesAsync();

    /// <summary>Returns a sequence that requests the next page while the current one is processed, at most one page ahead.</summary>
    /// <returns>A new sequence. When the consumer stops early, the request for the next page is canceled.</returns>
    public PagedEnumerable<TPage, TResource> WithPrefetch() =>
        new(_pages.WithPrefetch(), _firstPage, _detectsChanges, _idPages?.WithPrefetch());

    /// <summary>Returns a sequence that requests at most a given number of pages.</summary>
    /// <param name="pages">The maximum number of pages, at least 1.</param>
    /// <returns>A new sequence.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pages"/> is not positive.</exception>
    public PagedEnumerable<TPage, TResource> WithMaxPages(int pages) =>
        new(_pages.WithMaxPages(pages), _firstPage, _detectsChanges, _idPages?.WithMaxPages(pages));

    /// <summary>
    /// Returns a sequence that ends normally when the list changed while it was read. Use it if an approximate list is enough, or
    /// to compare the totals of the pages yourself.
    /// </summary>
    /// <returns>A new sequence, which never throws <see cref="KajabiListChangedException"/>.</returns>
    public PagedEnumerable<TPage, TResource> WithoutChangeDetection() => new(_pages, _firstPage, detectsChanges: false, _idPages);

    /// <summary>
    /// Reads all resources, without duplicates, so that they can be changed afterwards without shifting the pages. All of them
    /// are in memory at the same time.
    /// </summary>
    /// <remarks>When the list changes while it is read, reading starts again from the first page, up to two times.</remarks>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The resources in the order of the list, without duplicates.</returns>
    /// <exception cref="KajabiListChangedException">The list changed in each of three attempts to read it.</exception>
    /// <exception cref="KajabiApiException">A request failed, or a response could not be read.</exception>
    /// <exception cref="KajabiSerializationException">The next link of a page refers to the same or an earlier page.</exception>
    public Task<IReadOnlyList<TResource>> ReadAllAsync(CancellationToken cancellationToken = default) =>
        FindAllAsync(static _ => true, cancellationToken);

    /// <summary>
    /// Reads the ids of all resources, without duplicates, before anything is done with them, so that the resources can then be changed
    /// or deleted in any way without shifting the pages: each of them is processed once.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The API numbers its pages. If a contact loses the tag that the list is filtered by while page 1 is processed, the contacts after
    /// it move up, and page 2 starts later: a loop that changes and reads at the same time skips as many contacts as it changed.
    /// </para>
    /// <para>
    /// Only the ids are in memory. Where the operation has sparse fieldsets, each page contains one attribute of the resources, and
    /// neither their relationships nor included resources, whatever the query requests. When the list changes while it is read, reading
    /// starts again from the first page, up to two times.
    /// </para>
    /// </remarks>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The ids in the order of the list, without duplicates.</returns>
    /// <exception cref="KajabiListChangedException">The list changed in each of three attempts to read it.</exception>
    /// <exception cref="KajabiApiException">A request failed, or a response could not be read.</exception>
    /// <exception cref="KajabiSerializationException">The next link of a page refers to the same or an earlier page.</exception>
    /// <example>
    /// Replace a tag of all contacts that have it:
    /// <code>
    /// ListContactsQuery query = new() { SiteId = siteId, HasTagId = oldTagId };
    /// foreach (string id in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllIdsAsync())
    /// {
    ///     await kajabi.Contacts.AddContactTagsAsync(id, [newTagId]);
    ///     await kajabi.Contacts.RemoveContactTagsAsync(id, [oldTagId]);
    /// }
    /// </code>
    /// </example>
    public Task<IReadOnlyList<string>> ReadAllIdsAsync(CancellationToken cancellationToken = default) =>
        new PagedEnumerable<TPage, TResource>(_idPages ?? _pages, _firstPage, _detectsChanges).SelectAllAsync(
            static resource => resource.HasId,
            static resource => resource.Id,
            cancellationToken
        );

    /// <summary>Returns the enumerator of the resources.</summary>
    /// <param name="cancellationToken">Cancels the enumeration, including a request in progress.</param>
    /// <returns>An enumerator that sends no request until <c>MoveNextAsync</c> is called.</returns>
    public IAsyncEnumerator<TResource> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadResourcesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Reads all pages and returns the resources that match, without duplicates.</summary>
    internal Task<IReadOnlyList<TResource>> FindAllAsync(Func<TResource, bool> isMatch, CancellationToken cancellationToken) =>
        SelectAllAsync(isMatch, static resource => resource, cancellationToken);

    private async Task<IReadOnlyList<TResult>> SelectAllAsync<TResult>(
        Func<TResource, bool> isMatch,
        Func<TResource, TResult> select,
        CancellationToken cancellationToken
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadOnceAsync(isMatch, select, cancellationToken).ConfigureAwait(false);
            }
            catch (KajabiListChangedException) when (attempt < MaxReadAttempts)
            {
                // The result may be incomplete. The list may not change during the next attempt.
            }
        }
    }

    private async Task<IReadOnlyList<TResult>> ReadOnceAsync<TResult>(
        Func<TResource, bool> isMatch,
        Func<TResource, TResult> select,
        CancellationToken cancellationToken
    )
    {
        List<TResult> found = [];
        HashSet<ResourceIdentifier> identifiers = [];
        await foreach (TResource resource in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (isMatch(resource) && (!resource.HasId || identifiers.Add(resource.Identifier)))
            {
                found.Add(select(resource));
            }
        }

        return found;
    }

    private async IAsyncEnumerable<TResource> ReadResourcesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TPage page in ReadPagesAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (Resource resource in page.PrimaryData)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return (TResource)resource;
            }
        }
    }

    private async IAsyncEnumerable<TPage> ReadPagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ListChangeDetector changes = new(_firstPage);
        IAsyncEnumerator<TPage> pages = _pages.AsPages().GetAsyncEnumerator(cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            while (await MoveNextAsync(pages, cancellationToken).ConfigureAwait(false))
            {
                changes.Add(pages.Current);
                yield return pages.Current;
            }
        }

        if (_detectsChanges)
        {
            changes.ThrowIfChanged();
        }
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<TPage> pages, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
            when (cancellationToken.IsCancellationRequested && exception.CancellationToken != cancellationToken)
        {
            // Refit passes a linked token to the request. Callers expect the token that they passed.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
