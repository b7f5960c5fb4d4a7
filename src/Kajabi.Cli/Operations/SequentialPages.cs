using System.Runtime.CompilerServices;
using Kajabi.Paging.Internal;

namespace Kajabi.Cli.Operations;

/// <summary>Reads the pages of a list one after the other. No page is read before the caller needs it.</summary>
internal static class SequentialPages
{
    /// <param name="read">Reads a page by its number.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="KajabiListChangedException">All pages were read, and the list changed meanwhile.</exception>
    public static async IAsyncEnumerable<Document> ReadAsync(
        Func<int, CancellationToken, Task<Document>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ListChangeDetector changes = new(firstPage: 1);
        await foreach ((_, Document page) in PageWalk.ForwardAsync(read, first: 1, changes, cancellationToken))
        {
            yield return page;
        }

        changes.ThrowIfChanged();
    }
}
