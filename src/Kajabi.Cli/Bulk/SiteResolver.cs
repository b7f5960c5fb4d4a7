namespace Kajabi.Cli.Bulk;

/// <summary>Finds the site that tags and e-mail addresses are searched in. Both are unique within a site only.</summary>
internal static class SiteResolver
{
    /// <summary>Returns the given site, that of the filter of the list, or the only site of the account.</summary>
    /// <exception cref="UsageException">The account has several sites, and none is given.</exception>
    public static async Task<string> ResolveAsync(KajabiClient kajabi, BulkRequest request, CancellationToken cancellationToken)
    {
        if ((request.Site ?? request.Filters["site_id"].FirstOrDefault()) is { } given)
        {
            return given;
        }

        IReadOnlyList<string> sites = await kajabi.Sites.ListAllSitesAsync().ReadAllIdsAsync(cancellationToken);
        return sites is [var site]
            ? site
            : throw new UsageException(
                $"The account has {sites.Count} sites ({string.Join(", ", sites.Take(10))}), and names of tags and e-mail addresses are "
                    + "unique within a site only. Add --site <id>."
            );
    }
}
