using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kajabi.Cli.Endpoints;

/// <summary>Goes from page to page of a list, and always forward, so that no answer can keep it going round.</summary>
internal static partial class PageWalk
{
    /// <summary>Reads page after page until the list ends.</summary>
    /// <param name="read">Reads a page by its number from 1.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static async IAsyncEnumerable<Document> ReadAsync(
        Func<long, CancellationToken, Task<Document>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<ResourceIdentifier> previous = [];
        for (long? number = 1; number is { } page;)
        {
            Document document = await read(page, cancellationToken);
            HashSet<ResourceIdentifier> current = [.. document.PrimaryResources.Where(static one => one.HasId).Select(static one => one.Identifier)];

            // A server that ignores the page number would give its first page for ever.
            if (current.Count > 0 && current.SetEquals(previous))
            {
                yield break;
            }

            yield return document;
            (previous, number) = (current, Next(document, page));
        }
    }

    /// <summary>The number of the page after this one; null at the end.</summary>
    public static long? Next(Document document, long page)
    {
        if (document.PrimaryResources.Count == 0)
        {
            return null;
        }

        if (document.Meta?.TotalPages is { } total && Math.Max(document.Meta.CurrentPage ?? page, page) >= total)
        {
            return null;
        }

        // Links may name another host and path, so only the number is taken from them. Without any, the totals decide.
        return document.Links switch
        {
            null => document.Meta?.TotalPages is null ? null : page + 1,
            { Next: { } next } => NumberIn(next) is { } number ? (number > page ? number : null) : page + 1,
            _ => null,
        };
    }

    private static long? NumberIn(string link) =>
        PageNumber().Match(link) is { Success: true } match && long.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;

    [GeneratedRegex(@"[?&]page(?:\[|%5B)number(?:\]|%5D)=(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
