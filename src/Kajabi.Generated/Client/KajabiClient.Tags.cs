namespace Kajabi;

/// <content>What takes two areas: the names of tags and the contacts that shall bear them.</content>
public sealed partial class KajabiClient
{
    /// <summary>Adds tags to a contact by their exact names, beside those that it has.</summary>
    /// <remarks>All names are looked up before anything is written, over all pages of the site. The API cannot make tags.</remarks>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="names">The names, exactly as the admin pages show them; at least one.</param>
    /// <param name="siteId">The id of the site that the contact and the tags belong to.</param>
    /// <param name="cancellationToken">Ends the calls; what was carried out by then stays.</param>
    /// <returns>The tags that the API names in its answer, as identifiers.</returns>
    /// <exception cref="ArgumentException">A name is unknown to the site, or several tags bear it, or there are none; nothing was written.</exception>
    /// <exception cref="KajabiListChangedException">The list of tags changed each time that it was read; nothing was written.</exception>
    /// <exception cref="KajabiApiException">The API refused a call, or its answer could not be understood.</exception>
    public async Task<RelationshipDocument> AddContactTagsByNameAsync(
        string contactId,
        IReadOnlyCollection<string> names,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        IReadOnlyList<string> ids = await ContactTags.FindContactTagIdsAsync(names, siteId, cancellationToken).ConfigureAwait(false);
        return await Contacts.AddContactTagsAsync(contactId, ids, cancellationToken).ConfigureAwait(false);
    }
}
