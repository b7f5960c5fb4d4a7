namespace Kajabi.Paging.Internal;

/// <summary>The next page to request, and the identifiers of the previous page.</summary>
/// <param name="Number">The number of the page, counted from 1.</param>
/// <param name="Previous">The identifiers of the previous page; null for the first page.</param>
internal readonly record struct PageCursor(int Number, IReadOnlySet<ResourceIdentifier>? Previous = null)
{
    /// <summary>Creates the cursor of the page after <paramref name="page"/>.</summary>
    public static PageCursor After(Document page, int next) => new(next, GetIdentifiers(page));

    /// <summary>Returns the identifiers of all resources of a page that have an id.</summary>
    public static HashSet<ResourceIdentifier> GetIdentifiers(Document page) =>
        [.. page.PrimaryData.Where(static resource => resource.HasId).Select(static resource => resource.Identifier)];

    /// <summary>Throws if the API returned an earlier page again, which would return duplicates and never end.</summary>
    /// <param name="page">The page that was read.</param>
    /// <exception cref="KajabiSerializationException">
    /// The page number in its meta is lower than requested or, without a page number, it contains the same resources as the
    /// previous page.
    /// </exception>
    public void ThrowIfRepeated(Document page)
    {
        if (page.Meta?.CurrentPage is { } current)
        {
            if (current < Number)
            {
                throw new KajabiSerializationException(
                    $"Page {Number} was requested and page {current} was returned. Reading more pages would never end.",
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
                $"Page {Number} contains the same resources as the page before it. Reading more pages would never end.",
                "data"
            );
        }
    }
}
