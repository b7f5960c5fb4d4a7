namespace Kajabi;

/// <content>Convenience methods: look up tags by name.</content>
public partial interface IContactTagsApi
{
    /// <summary>Finds the ids of the tags of a site by their exact names, for filters and to remove tags from contacts.</summary>
    /// <remarks>
    /// To add tags to a contact by name, use <see cref="KajabiClient.AddContactTagsByNameAsync"/>. The API cannot create tags, so
    /// an unknown name is an error.
    /// </remarks>
    /// <example>
    /// <code>
    /// IReadOnlyList&lt;string&gt; ids = await kajabi.ContactTags.FindContactTagIdsAsync(["Newsletter", "VIP"], siteId);
    /// await kajabi.Contacts.RemoveContactTagsAsync(contactId, ids);
    /// </code>
    /// </example>
    /// <param name="names">The exact names, as shown in the admin portal.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The ids of the tags, in the order of the names.</returns>
    /// <exception cref="ArgumentException">The site has no tag, or several tags, with one of the names.</exception>
    /// <exception cref="KajabiListChangedException">The list of tags changed in each of three attempts to read it.</exception>
    /// <exception cref="KajabiApiException">A request failed, or a response could not be read.</exception>
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
                $"Site {siteId} has {string.Join(" and ", problems)}. Create or rename tags in the admin portal; the API cannot.",
                nameof(names)
            );
        }

        return [.. names.Select(name => idsByName[name].Single())];
    }

    private static IEnumerable<string> Problem(string problem, IEnumerable<string> names, Func<string, string>? suffix = null) =>
        names.Any() ? [$"{problem} {string.Join(", ", names.Select(name => $"'{name}'{suffix?.Invoke(name)}"))}"] : [];
}
