namespace Kajabi;

/// <content>Finding tags by name.</content>
public static partial class ContactTagsApiExtensions
{
    /// <summary>
    /// Finds the ids of a site's tags by their exact names, for filters and for removing tags.
    /// <see cref="KajabiClientExtensions.AddContactTagsByNameAsync"/> adds tags by name.
    /// </summary>
    /// <remarks>The API cannot create tags, so a name that the site does not have is an error.</remarks>
    /// <param name="api">The operations of the area ContactTags.</param>
    /// <param name="names">The names, exactly as the admin pages show them.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The ids of the tags, in the order of the names.</returns>
    /// <exception cref="ArgumentException">
    /// The site has no tag or several tags with a name; the message lists them and their ids.
    /// </exception>
    /// <exception cref="KajabiListChangedException">The list of tags changed each time that it was read.</exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example><code>IReadOnlyList&lt;string&gt; ids = await kajabi.ContactTags.FindContactTagIdsAsync(["VIP"], siteId:
    /// "1");</code></example>
    public static async Task<IReadOnlyList<string>> FindContactTagIdsAsync(
        this IContactTagsApi api,
        IReadOnlyCollection<string> names,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        if (names.Count == 0)
        {
            return [];
        }

        HashSet<string> wanted = new(names, StringComparer.Ordinal);
        IReadOnlyList<ContactTag> tags = await api.ListAllContactTagsAsync(new ListContactTagsQuery { SiteId = siteId })
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
                $"Site {siteId} has {string.Join(" and ", problems)}. Create or rename tags in the admin pages; the API cannot.",
                nameof(names)
            );
        }

        return [.. names.Select(name => idsByName[name].Single())];
    }

    private static IEnumerable<string> Problem(string description, IEnumerable<string> names, Func<string, string>? details = null) =>
        names.Any() ? [$"{description} {string.Join(", ", names.Select(name => $"'{name}'{details?.Invoke(name)}"))}"] : [];
}
