namespace Kajabi;

/// <content>Finding and saving contacts by e-mail address.</content>
public static partial class ContactsApiExtensions
{
    /// <summary>Finds the contact of a site by its exact e-mail address.</summary>
    /// <remarks>
    /// The API has no such filter: this filters by <c>filter[email_contains]</c> and compares the results of all pages, ignoring case and
    /// surrounding white space.
    /// </remarks>
    /// <param name="api">The operations of the area Contacts.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="siteId">The id of the site, within which an address is unique.</param>
    /// <param name="query">
    /// The includes, the sparse fieldsets and further filters of the search. Default: null, none. It is not changed: a copy gets the site
    /// and the e-mail filter, and a sparse fieldset of contacts gets the e-mail address
    /// and the relationships of the includes.
    /// </param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The contact; null if the site has none with this address, or none that matches the filters of the query.</returns>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several contacts with this address.</exception>
    /// <exception cref="KajabiListChangedException">
    /// The list changed each time that it was searched, so the contact may have been missed.
    /// </exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example>
    /// <code>
    /// ListContactsQuery query = new() { Include = [ContactInclude.Tags] };
    /// Contact? contact = await kajabi.Contacts.FindContactByEmailAsync("ann@example.com", siteId: "1", query);
    /// </code>
    /// </example>
    public static async Task<Contact?> FindContactByEmailAsync(
        this IContactsApi api,
        string email,
        string siteId,
        ListContactsQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        string exact = email.Trim(); // As the API stores it.
        ListContactsQuery search = (ListContactsQuery)(query ?? new ListContactsQuery()).Copy();
        (search.SiteId, search.AllSites, search.EmailContains, search.PageNumber) = (siteId, false, exact, null);
        search.Fields = (ContactFieldsets)search.Fields.Copy();
        search.Fields.Contacts = EmailSearch.Complete(
            search.Fields.Contacts,
            ContactField.Email,
            search.Include.Select(static include => (ContactField)include.Value.Split('.')[0])
        );
        return await EmailSearch
            .FindAsync(
                api.ListAllContactsAsync(search),
                static contact => contact.Attributes.Email,
                exact,
                "contacts",
                siteId,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Creates a contact, or updates the existing contact of the site with the same e-mail address (upsert).</summary>
    /// <remarks>
    /// The contact is created first, so that two concurrent callers end with one contact that has the attributes of both. If the existing
    /// contact is deleted before it is updated, the operation starts over once.
    /// </remarks>
    /// <param name="api">The operations of the area Contacts.</param>
    /// <param name="attributes">The attributes to write; <c>Email</c> must be assigned.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Cancels the requests. Changes made before are kept.</param>
    /// <returns>The contact as it is stored.</returns>
    /// <exception cref="ArgumentException">No e-mail address is assigned.</exception>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several contacts with this address; none was updated.</exception>
    /// <exception cref="KajabiListChangedException">
    /// The list changed each time that the existing contact was searched; nothing was written.
    /// </exception>
    /// <exception cref="KajabiApiException">
    /// The API rejected the contact for another reason than its address, could not be reached, or sent an unexpected response.
    /// </exception>
    /// <example>
    /// <code>
    /// ContactAttributes attributes = new() { Email = "ann@example.com", Name = "Ann" };
    /// ContactDocument saved = await kajabi.Contacts.SaveContactByEmailAsync(attributes, siteId: "1");
    /// </code>
    /// </example>
    public static async Task<ContactDocument> SaveContactByEmailAsync(
        this IContactsApi api,
        ContactAttributes attributes,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(attributes);
        if (string.IsNullOrWhiteSpace(attributes.Email))
        {
            throw new ArgumentException("Assign Email: the existing contact is found by it.", nameof(attributes));
        }

        const int maxAttempts = 2;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await api.CreateContactAsync(attributes, siteId, cancellationToken).ConfigureAwait(false);
            }
            catch (KajabiApiException conflict) when (EmailConflict.Matches(conflict))
            {
                Contact? existing = await api.FindContactByEmailAsync(attributes.Email, siteId, query: null, cancellationToken)
                    .ConfigureAwait(false);
                try
                {
                    if (existing is not null)
                    {
                        return await api.UpdateContactAsync(existing.Id, attributes, cancellationToken).ConfigureAwait(false);
                    }
                }
                catch (KajabiApiException deleted) when (deleted.Kind == KajabiErrorKind.NotFound && attempt < maxAttempts)
                {
                    continue;
                }

                // The address exists, but no contact was found: it was deleted in between and can be created now, or it is hidden.
                if (attempt == maxAttempts)
                {
                    throw;
                }
            }
        }
    }
}
