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
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The contact; null if the site has none with this address.</returns>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several contacts with this address.</exception>
    /// <exception cref="KajabiListChangedException">
    /// The list changed each time that it was searched, so the contact may have been missed.
    /// </exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example><code>Contact? contact = await kajabi.Contacts.FindContactByEmailAsync("ann@example.com", siteId: "1");</code></example>
    public static async Task<Contact?> FindContactByEmailAsync(
        this IContactsApi api,
        string email,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        string exact = email.Trim(); // As the API stores it.
        ListContactsQuery query = new() { SiteId = siteId, EmailContains = exact };
        IReadOnlyList<Contact> found = await api.ListAllContactsAsync(query)
            .FindAllAsync(contact => string.Equals(contact.Attributes.Email, exact, StringComparison.OrdinalIgnoreCase), cancellationToken)
            .ConfigureAwait(false);
        return found switch
        {
            [] => null,
            [var contact] => contact,
            _ => throw new KajabiAmbiguousMatchException(
                $"Site {siteId} has several contacts with the e-mail address to find: {string.Join(" and ", found)}. "
                    + "Use their ids, or merge them in the admin pages.",
                [.. found.Select(static contact => contact.Identifier)]
            ),
        };
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
                Contact? existing = await api.FindContactByEmailAsync(attributes.Email, siteId, cancellationToken).ConfigureAwait(false);
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
