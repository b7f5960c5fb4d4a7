using System.Runtime.CompilerServices;

namespace Kajabi.Paging.Internal;

/// <summary>
/// Reads the pages of a list one by one, by their numbers, and returns with each the number of the page to continue with; 0 at the end.
/// </summary>
internal static class PageWalk
{
    /// <summary>
    /// Reads a list that is sorted from old to new from its last page to its first. So no resource is skipped while the list changes: a new
    /// resource is added behind the pages that remain, and a resource that is deleted or moves to the end shifts others towards them.
    /// Duplicates are possible.
    /// </summary>
    /// <param name="read">Reads a page by its number.</param>
    /// <param name="last">The number of the page to start with.</param>
    /// <param name="isNewest">Whether to read the pages that were added behind <paramref name="last"/> first.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async IAsyncEnumerable<(int Next, Document Page)> BackwardAsync(
        Func<int, CancellationToken, Task<Document>> read,
        int last,
        bool isNewest,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Document page = await read(last, cancellationToken).ConfigureAwait(false);
        if (isNewest)
        {
            int? next = NextPage.Find(page, last);
            while (next is { } number)
            {
                Document added = await read(number, cancellationToken).ConfigureAwait(false);
                yield return (last, added);
                next = NextPage.Find(added, number);
            }
        }

        yield return (last - 1, page);
        for (int number = last - 1; number > 0; number--)
        {
            yield return (number - 1, await read(number, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Reads the pages in their order.</summary>
    /// <param name="read">Reads a page by its number.</param>
    /// <param name="first">The number of the first page.</param>
    /// <param name="changes">Detects that the list changes while it is read.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="KajabiSerializationException">A page refers to an earlier one or contains it again, an endless loop.</exception>
    public static async IAsyncEnumerable<(int Next, Document Page)> ForwardAsync(
        Func<int, CancellationToken, Task<Document>> read,
        int first,
        ListChangeDetector changes,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        PageCursor cursor = new(first);
        while (true)
        {
            Document page = await read(cursor.Number, cancellationToken).ConfigureAwait(false);
            cursor.ThrowIfRepeated(page);
            page.NextPageNumber = NextPage.Find(page, cursor.Number);
            changes.Add(page);
            yield return (page.NextPageNumber ?? 0, page);
            if (page.NextPageNumber is not { } next)
            {
                break;
            }

            cursor = PageCursor.After(page, next);
        }
    }
}
