namespace Kajabi;

/// <content>What the operations alone do not give: tags by their names.</content>
public partial interface IContactTagsApi
{
    /// <summary>Finds the ids of a site's tags by their exact names, for filters and for taking tags off; <see cref="KajabiClient.AddContactTagsByNameAsync"/> puts them on.</summary>
    /// <remarks>The API cannot make tags, so a name that the site does not have is an error and nothing is written.</remarks>
    /// <param name="names">The names, exactly as the admin pages show them.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The ids of the tags, in the order of the names.</returns>
    /// <exception cref="ArgumentException">A name is unknown to the site, or several tags bear it; the message names them and their ids.</exception>
    /// <exception cref="KajabiListChangedException">The list of tags changed each time that it was read.</exception>
    /// <exception cref="KajabiApiException">The API refused a page, or its answer could not be understood.</exception>
    async Task<IReadOnlyList<string>> FindContactTagIdsAsync(
        IReadOnlyCollection<string> names,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        if (names.Count == 0)
        {
            return [];
        }

        HashSet<string> wanted = new(names, StringComparer.Ordinal);
        IReadOnlyList<ContactTag> tags = await ListAllContactTagsAsync(new ListContactTagsQuery { SiteId = siteId })
            .FindAllAsync(tag => tag.Attributes.Name is { } name && wanted.Contains(name), cancellationToken)
            .ConfigureAwait(false);
        ILookup<string?, string> idsByName = tags.ToLookup(static tag => tag.Attributes.Name, static tag => tag.Id, StringComparer.Ordinal);
        string[] problems =
        [
            .. Problem("no tag named", names.Where(name => !idsByName.Contains(name))),
            .. Problem(
                "more than one tag named",
                names.Where(name => idsByName[name].Skip(1).Any()),
                name => $" ({string.Join(" and ", idsByName[name])})"
            ),
        ];
        if (problems.Length > 0)
        {
            throw new ArgumentException(
                $"Site {siteId} has {string.Join(" and ", problems)}. Make or rename tags in the admin pages; the API cannot.",
                nameof(names)
            );
        }

        return [.. names.Select(name => idsByName[name].Single())];
    }

    private static IEnumerable<string> Problem(string words, IEnumerable<string> names, Func<string, string>? remark = null) =>
        names.Any() ? [$"{words} {string.Join(", ", names.Select(name => $"'{name}'{remark?.Invoke(name)}"))}"] : [];
}
