using Refit;

namespace Kajabi.Paging.Internal;

/// <summary>Makes the lazy sequence of a list operation; generated methods call this.</summary>
internal static class PagedEnumerableFactory
{
    private const int FirstPage = 1;

    /// <param name="query">What is asked for; read at each page and never changed.</param>
    /// <param name="list">The list operation.</param>
    public static PagedEnumerable<TPage, TResource> Create<TQuery, TPage, TResource>(
        TQuery? query,
        Func<TQuery, CancellationToken, Task<TPage>> list
    )
        where TQuery : KajabiQuery, IPagedQuery, new()
        where TPage : ResourceCollection<TResource>
        where TResource : Resource, new()
    {
        TQuery first = query ?? new TQuery();
        return Create<TQuery, TPage, TResource>(first, first.PageNumber ?? FirstPage, list);
    }

    /// <summary>The same for an operation that cannot be called without a query.</summary>
    public static PagedEnumerable<TPage, TResource> CreateRequired<TQuery, TPage, TResource>(
        TQuery query,
        Func<TQuery, CancellationToken, Task<TPage>> list
    )
        where TQuery : KajabiQuery, IPagedQuery
        where TPage : ResourceCollection<TResource>
        where TResource : Resource, new()
    {
        ArgumentNullException.ThrowIfNull(query);
        return Create<TQuery, TPage, TResource>(query, query.PageNumber ?? FirstPage, list);
    }

    private static PagedEnumerable<TPage, TResource> Create<TQuery, TPage, TResource>(
        TQuery query,
        int start,
        Func<TQuery, CancellationToken, Task<TPage>> list
    )
        where TQuery : KajabiQuery, IPagedQuery
        where TPage : ResourceCollection<TResource>
        where TResource : Resource, new() =>
        new(
            PagedEnumerable.Create<TPage, TResource, PageCursor>(
                new PageCursor(start),
                (turn, cancellationToken) => ReadAsync(query, turn, list, cancellationToken),
                static page => page.Data,
                static (page, turn) => Continue(page, turn)
            ),
            start
        );

    private static async Task<TPage> ReadAsync<TQuery, TPage>(
        TQuery query,
        PageCursor turn,
        Func<TQuery, CancellationToken, Task<TPage>> list,
        CancellationToken cancellationToken
    )
        where TQuery : KajabiQuery, IPagedQuery
        where TPage : Document
    {
        TPage page = await list(At(query, turn.Number), cancellationToken).ConfigureAwait(false);
        turn.ThrowIfRepeated(page);
        return page;
    }

    private static PageContinuation<PageCursor> Continue(Document page, PageCursor turn)
    {
        page.NextPageNumber = NextPage.After(page, turn.Number);
        return page.NextPageNumber is { } next ? PageContinuation.To(PageCursor.After(page, next)) : PageContinuation<PageCursor>.End;
    }

    /// <summary>A copy of the query for one page; the first one is what the API gives unasked.</summary>
    private static TQuery At<TQuery>(TQuery query, int number)
        where TQuery : KajabiQuery, IPagedQuery
    {
        TQuery copy = (TQuery)query.Copy();
        copy.PageNumber = number == FirstPage ? query.PageNumber : number;
        return copy;
    }
}
