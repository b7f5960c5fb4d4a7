namespace Kajabi.Paging.Internal;

/// <summary>Which page is asked for next, and what the page before it held.</summary>
/// <param name="Number">The number of the page, counted from 1.</param>
/// <param name="Previous">The resources of the page before; null where none was read.</param>
internal readonly record struct PageCursor(int Number, IReadOnlySet<ResourceIdentifier>? Previous = null)
{
    /// <summary>The turn to the page that follows one that was read.</summary>
    public static PageCursor After(Document page, int next) => new(next, IdentifiersOf(page));

    /// <summary>The type and id of every resource of a page that has an id.</summary>
    public static HashSet<ResourceIdentifier> IdentifiersOf(Document page) =>
        [.. page.PrimaryData.Where(static resource => resource.HasId).Select(static resource => resource.Identifier)];

    /// <summary>Refuses a page that was given before, so that no resource comes twice and no list goes on for ever.</summary>
    /// <param name="page">The page that was read at this turn.</param>
    /// <exception cref="KajabiSerializationException">It says that it is an earlier page, or, where it does not say, holds the same resources as the one before.</exception>
    public void ThrowIfRepeated(Document page)
    {
        if (page.Meta?.CurrentPage is { } current)
        {
            if (current < Number)
            {
                throw new KajabiSerializationException(
                    $"Page {Number} was asked for and page {current} came. Reading on would never end.",
                    "meta.current_page"
                );
            }
        }
        else if (
            Previous is { Count: > 0 }
            && page.PrimaryData.All(static resource => resource.HasId)
            && Previous.SetEquals(page.PrimaryData.Select(static resource => resource.Identifier))
        )
        {
            throw new KajabiSerializationException(
                $"Page {Number} holds the same resources as the page before it. Reading on would never end.",
                "data"
            );
        }
    }
}
