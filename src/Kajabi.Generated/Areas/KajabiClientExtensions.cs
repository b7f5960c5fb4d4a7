namespace Kajabi;

/// <summary>Convenience methods that need several areas of a client.</summary>
public static class KajabiClientExtensions
{
    /// <summary>Adds tags to a contact by their exact names and keeps the tags that it has.</summary>
    /// <remarks>All names are looked up before anything is written, over all pages of the site. The API cannot create tags.</remarks>
    /// <param name="client">The client.</param>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="names">The names, exactly as the admin pages show them; at least one.</param>
    /// <param name="siteId">The id of the site that the contact and the tags belong to.</param>
    /// <param name="cancellationToken">Cancels the requests. Changes made before are kept.</param>
    /// <returns>The identifiers of the tags that the response contains.</returns>
    /// <exception cref="ArgumentException">
    /// The site has no tag or several tags with a name, or there are no names. Nothing was written.
    /// </exception>
    /// <exception cref="KajabiListChangedException">The list of tags changed each time that it was read. Nothing was written.</exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example><code>await kajabi.AddContactTagsByNameAsync("123", ["VIP", "Wholesale"], siteId: "1");</code></example>
    public static async Task<RelationshipDocument> AddContactTagsByNameAsync(
        this IKajabiClient client,
        string contactId,
        IReadOnlyCollection<string> names,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        IReadOnlyList<string> ids = await client.ContactTags.FindContactTagIdsAsync(names, siteId, cancellationToken).ConfigureAwait(false);
        return await client.Contacts.AddContactTagsAsync(contactId, ids, cancellationToken).ConfigureAwait(false);
    }
}
