using System.Runtime.CompilerServices;

namespace Kajabi.Paging.Internal;

/// <summary>Reads the pages that can contain what is new. Pages can contain duplicates and older resources.</summary>
/// <param name="tracking">How the list returns what is new.</param>
/// <param name="from">The earliest time; null for all resources.</param>
/// <param name="read">Reads a page by its number, with a query of <see cref="ChangeTracking.Apply"/>.</param>
internal sealed class ChangeReader(ChangeTracking tracking, DateTimeOffset? from, Func<int, CancellationToken, Task<Document>> read)
{
    private const int FirstPage = 1;
    private const int MaxPasses = 3;

    /// <exception cref="KajabiListChangedException">A list that is not sorted changed each time that it was read.</exception>
    public async IAsyncEnumerable<Document> ReadPagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (tracking.IsSortable)
        {
            Document first = await read(FirstPage, cancellationToken).ConfigureAwait(false);
            if (NextPage.Find(first, FirstPage) is null)
            {
                yield return first;
                yield break;
            }

            // Without the number of pages, or if the API did not sort the list, all pages are read.
            if (first.Meta?.TotalPages is { } last and > 0 and <= int.MaxValue && IsAscending(first))
            {
                await foreach (
                    (_, Document page) in PageWalk.BackwardAsync(read, (int)last, isNewest: true, cancellationToken).ConfigureAwait(false)
                )
                {
                    yield return page;
                    if (IsOld(page))
                    {
                        yield break;
                    }
                }

                yield break;
            }
        }

        await foreach (Document page in ReadForwardAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }

    /// <summary>Reads all pages, again if the list changed while they were read.</summary>
    private async IAsyncEnumerable<Document> ReadForwardAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int pass = 1; ; pass++)
        {
            ListChangeDetector changes = new(FirstPage);
            await foreach ((_, Document page) in PageWalk.ForwardAsync(read, FirstPage, changes, cancellationToken).ConfigureAwait(false))
            {
                yield return page;
            }

            if (!changes.HasChanged)
            {
                break;
            }

            if (pass == MaxPasses)
            {
                changes.ThrowIfChanged();
            }
        }
    }

    /// <summary>Returns whether all pages before this one contain older resources only.</summary>
    private bool IsOld(Document page) => page.PrimaryData.Any(resource => tracking.GetTime(resource) < from);

    private bool IsAscending(Document page)
    {
        DateTimeOffset?[] times = [.. page.PrimaryData.Select(tracking.GetTime)];
        return times.Zip(times.Skip(1)).All(static pair => pair.First <= pair.Second);
    }
}
