using System.Runtime.CompilerServices;

namespace Kajabi;

/// <summary>
/// All resources of a list, over all its pages. Each page is requested when it is reached. Every enumeration starts again
/// with the first page.
/// </summary>
/// <remarks>
/// <para>
/// The API numbers its pages. When resources are added to the list or removed from it between two requests, the later
/// pages shift, so that resources are skipped or returned twice. The sequence notices this by the totals in the meta of
/// the pages, by resources that are repeated on the next page, and by the number of resources that it returned. It
/// returns everything that can be read and then throws <see cref="KajabiListChangedException"/> instead of ending.
/// A removal that is balanced by an addition on the same side of the current page changes none of these numbers and
/// cannot be noticed; neither can a change in a list that reports no totals and repeats nothing.
/// </para>
/// <para>
/// To change resources so that they leave the list (remove the tag that the filter asks for, delete them), read all of
/// them first with <see cref="ReadAllAsync"/>, and then change them.
/// </para>
/// </remarks>
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

    /// <summary>Returns the pages with their totals instead of their resources.</summary>
    /// <returns>A sequence that sends nothing until it is enumerated. It detects changes as this one does.</returns>
    public IAsyncEnumerable<TPage> AsPages() => ReadPagesAsync();

    /// <summary>Returns a sequence that requests the next page while the current one is in use, at most one page ahead.</summary>
    /// <returns>A new sequence. When the consumer stops early, the request for the next page is canceled.</returns>
    public PagedEnumerable<TPage, TResource> WithPrefetch() => new(_pages.WithPrefetch(), _firstPage, _detectsChanges);

    /// <summary>Returns a sequence that requests at most a given number of pages.</summary>
    /// <param name="pages">The maximum number of pages, at least 1.</param>
    /// <returns>A new sequence.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pages"/> is not positive.</exception>
    public PagedEnumerable<TPage, TResource> WithMaxPages(int pages) => new(_pages.WithMaxPages(pages), _firstPage, _detectsChanges);

    /// <summary>
    /// Returns a sequence that ends normally when the list changed while it was read. For readers to whom an approximate
    /// list is good enough, or that compare the totals of the pages themselves.
    /// </summary>
    /// <returns>A new sequence, which never throws <see cref="KajabiListChangedException"/>.</returns>
    public PagedEnumerable<TPage, TResource> WithoutChangeDetection() => new(_pages, _firstPage, detectsChanges: false);

    /// <summary>
    /// Reads all resources before it returns, each once, so that they can be changed afterwards without shifting the pages.
    /// All of them are in memory at the same time.
    /// </summary>
    /// <remarks>When the list changes while it is read, reading starts again from the first page, up to two times.</remarks>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The resources in the order of the list, without duplicates.</returns>
    /// <exception cref="KajabiListChangedException">The list changed each time that it was read.</exception>
    /// <exception cref="KajabiApiException">The API refused a page, or its response could not be understood.</exception>
    /// <exception cref="KajabiSerializationException">A page names itself or an earlier one as the next.</exception>
    public Task<IReadOnlyList<TResource>> ReadAllAsync(CancellationToken cancellationToken = default) =>
        FindAllAsync(static _ => true, cancellationToken);

    /// <summary>Returns the enumerator of the resources.</summary>
    /// <param name="cancellationToken">Cancels the enumeration, including a request in progress.</param>
    /// <returns>An enumerator that sends nothing until it is moved.</returns>
    public IAsyncEnumerator<TResource> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        ReadResourcesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Reads all pages and keeps the resources that match, each once.</summary>
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
                // What was read may be incomplete; the list may hold still for the next attempt.
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
            // Refit passes a linked token to the request. Callers compare with the token that they passed.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
