using Refit;

namespace Kajabi.Paging.Internal;

/// <summary>Creates the sequence of a list operation; called by generated methods.</summary>
internal static class PagedEnumerableFactory
{
    private const int FirstPage = 1;

    /// <param name="query">The query, which is read for each page and never changed.</param>
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

    /// <summary>Creates the sequence of a list operation that requires a query.</summary>
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
            CreatePages<TQuery, TPage, TResource>(query, start, list, null),
            start,
            idPages: query.HasFieldsets
                ? CreatePages<TQuery, TPage, TResource>(query, start, list, GetSmallFieldset(new TResource()))
                : null
        );

    private static Refit.PagedEnumerable<TPage, TResource> CreatePages<TQuery, TPage, TResource>(
        TQuery query,
        int start,
        Func<TQuery, CancellationToken, Task<TPage>> list,
        KeyValuePair<string, string>? onlyFieldset
    )
        where TQuery : KajabiQuery, IPagedQuery
        where TPage : ResourceCollection<TResource>
        where TResource : Resource, new() =>
        PagedEnumerable.Create<TPage, TResource, PageCursor>(
            new PageCursor(start),
            (cursor, cancellationToken) => ReadAsync(query, onlyFieldset, cursor, list, cancellationToken),
            static page => page.Data,
            static (page, cursor) => Continue(page, cursor)
        );

    /// <summary>
    /// Returns a sparse fieldset with one short attribute. An empty fieldset would be shorter, but how the API treats it is not documented.
    /// </summary>
    private static KeyValuePair<string, string>? GetSmallFieldset(Resource resource)
    {
        IReadOnlyList<JsonApiMember> members = resource.Attributes.DeclaredMembers;
        JsonApiMember? field =
            members.FirstOrDefault(static member => member.Name == "created_at") ?? (members.Count > 0 ? members[0] : null);
        return field is null ? null : new($"fields[{resource.DeclaredType}]", field.Name);
    }

    private static async Task<TPage> ReadAsync<TQuery, TPage>(
        TQuery query,
        KeyValuePair<string, string>? onlyFieldset,
        PageCursor cursor,
        Func<TQuery, CancellationToken, Task<TPage>> list,
        CancellationToken cancellationToken
    )
        where TQuery : KajabiQuery, IPagedQuery
        where TPage : Document
    {
        TQuery copy = ForPage(query, cursor.Number);
        copy.OnlyFieldset = onlyFieldset;
        TPage page =
            await list(copy, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The list operation returned null instead of a page. Set up its mock to return a page.");
        cursor.ThrowIfRepeated(page);
        return page;
    }

    private static PageContinuation<PageCursor> Continue(Document page, PageCursor cursor)
    {
        page.NextPageNumber = NextPage.Find(page, cursor.Number);
        return page.NextPageNumber is { } next ? PageContinuation.To(PageCursor.After(page, next)) : PageContinuation<PageCursor>.End;
    }

    /// <summary>Returns a copy of the query for one page. For page 1 the page number is not added, because it is the default.</summary>
    private static TQuery ForPage<TQuery>(TQuery query, int number)
        where TQuery : KajabiQuery, IPagedQuery
    {
        TQuery copy = (TQuery)query.Copy();
        copy.PageNumber = number == FirstPage ? query.PageNumber : number;
        return copy;
    }
}
