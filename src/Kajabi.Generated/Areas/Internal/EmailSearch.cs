namespace Kajabi.Areas.Internal;

/// <summary>Finds the resource of a site with an exact e-mail address, for which the API has no filter.</summary>
internal static class EmailSearch
{
    /// <summary>Returns the resource; null if there is none.</summary>
    /// <param name="list">The list, filtered by a part of the address.</param>
    /// <param name="getEmail">Returns the address of a resource.</param>
    /// <param name="email">The address, without surrounding white space.</param>
    /// <param name="plural">The name of the resources in messages.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="KajabiAmbiguousMatchException">There are several.</exception>
    public static async Task<TResource?> FindAsync<TPage, TResource>(
        PagedEnumerable<TPage, TResource> list,
        Func<TResource, string?> getEmail,
        string email,
        string plural,
        string siteId,
        CancellationToken cancellationToken
    )
        where TPage : Document
        where TResource : Resource
    {
        IReadOnlyList<TResource> found = await list.FindAllAsync(
                resource => string.Equals(getEmail(resource), email, StringComparison.OrdinalIgnoreCase),
                cancellationToken
            )
            .ConfigureAwait(false);
        return found switch
        {
            [] => null,
            [var resource] => resource,
            _ => throw new KajabiAmbiguousMatchException(
                $"Site {siteId} has several {plural} with the e-mail address to find: {string.Join(" and ", found)}. "
                    + "Use their ids, or merge them in the admin pages.",
                [.. found.Select(static resource => resource.Identifier)]
            ),
        };
    }

    /// <summary>
    /// Returns a sparse fieldset with what a search needs: the address, without which results cannot be compared, and the relationships of
    /// the includes, without which the included resources belong to no result.
    /// </summary>
    public static IList<TField> Complete<TField>(IList<TField> fields, TField email, IEnumerable<TField> relationships) =>
        fields.Count == 0 ? fields : [.. fields.Append(email).Concat(relationships).Distinct()];
}
