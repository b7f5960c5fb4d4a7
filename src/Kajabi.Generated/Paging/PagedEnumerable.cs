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
/// To delete the resources of a list, or to change them so that the filter no longer matches, read all of them first with
/// <see cref="ReadAllAsync"/>.
/// </para>
/// </remarks>
/// <example>
/// Delete all contacts of a search:
/// <code>
/// ListContactsQuery query = new() { SiteId = siteId, EmailContains = "@example.com" };
/// foreach (Contact contact in await kajabi.Contacts.ListAllContactsAsync(query).ReadAllAsync())
/// {
///     await kajabi.Contacts.DeleteContactAsync(contact.Id);
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
    private readonly int _firstPage;
    private readonly bool _detectsChanges;

    internal PagedEnumerable(Refit.PagedEnumerable<TPage, TResource> pages, int firstPage, bool detectsChanges = true)
    {
        (_pages, _firstPage, _detectsChanges) = (pages, firstPage, detectsChanges);
    }

    /// <summary>Returns the pages, with their totals, instead of the resources.</summary>
    /// <returns>A sequence that sends no request until it is enumerated. It detects changes as this one does.</returns>
    public IAsyncEnumerable<TPage> AsPages() => ReadPagesAsync();

    /// <summary>Returns a sequence that requests the next page while the current one is processed, at most one page ahead.</summary>
    /// <returns>A new sequence. When the consumer stops early, the request for the next page is canceled.</returns>
    public PagedEnumerable<TPage, TResource> WithPrefetch() => new(_pages.WithPrefetch(), _firstPage, _detectsChanges);

    /// <summary>Returns a sequence that requests at most a given number of pages.</summary>
    /// <param name="pages">The maximum number of pages, at least 1.</param>
    /// <returns>A new sequence.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pages"/> is not positive.</exception>
    public PagedEnumerable<TPage, TResource> WithMaxPages(int pages) => new(_pages.WithMaxPages(pages), _firstPage, _detectsChanges);

    /// <summary>
    /// Returns a sequence that ends normally when the list changed while it was read. Use it if an approximate list is enough, or
    /// to compare the totals of the pages yourself.
    /// </summary>
    /// <returns>A new sequence, which never throws <see cref="KajabiListChangedException"/>.</returns>
    public PagedEnumerable<TPage, TResource> WithoutChangeDetection() => new(_pages, _firstPage, detectsChanges: false);

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

    /// <summary>Returns the enumerator of the resources.</summary>
    /// <param name="cancellationToken">Cancels the enumeration, including a request in progress.</param>
    /// <returns>An enumerator that sends no request until <c>MoveNextAsync</c> is called.</returns>
    public IAsyncEnumerator<TResource> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadResourcesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Reads all pages and returns the resources that match, without duplicates.</summary>
    internal async Task<IReadOnlyList<TResource>> FindAllAsync(Func<TResource, bool> isMatch, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadOnceAsync(isMatch, cancellationToken).ConfigureAwait(false);
            }
            catch (KajabiListChangedException) when (attempt < MaxReadAttempts)
            {
                // The result may be incomplete. The list may not change during the next attempt.
            }
        }
    }

    private async Task<IReadOnlyList<TResource>> ReadOnceAsync(Func<TResource, bool> isMatch, CancellationToken cancellationToken)
    {
        List<TResource> found = [];
        HashSet<ResourceIdentifier> identifiers = [];
        await foreach (TResource resource in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (isMatch(resource) && (!resource.HasId || identifiers.Add(resource.Identifier)))
            {
                found.Add(resource);
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
