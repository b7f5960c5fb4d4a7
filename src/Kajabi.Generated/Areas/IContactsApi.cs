namespace Kajabi;

/// <content>What the operations alone do not give: contacts by their e-mail address.</content>
public partial interface IContactsApi
{
    /// <summary>Finds the contact of a site with exactly this e-mail address.</summary>
    /// <remarks>The API has no such filter: this narrows by <c>filter[email_contains]</c> and compares over all pages, case and surrounding blanks aside.</remarks>
    /// <param name="email">The e-mail address.</param>
    /// <param name="siteId">The id of the site, within which an address is unique.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The contact; null when the site has none with this address.</returns>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several contacts with this address.</exception>
    /// <exception cref="KajabiListChangedException">The list changed each time that it was searched, so the contact may have been missed.</exception>
    /// <exception cref="KajabiApiException">The API refused a page, or its answer could not be understood.</exception>
    async Task<Contact?> FindContactByEmailAsync(string email, string siteId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        string exact = email.Trim(); // As the API stores it.
        ListContactsQuery query = new() { SiteId = siteId, EmailContains = exact };
        IReadOnlyList<Contact> found = await ListAllContactsAsync(query)
            .FindAllAsync(contact => string.Equals(contact.Attributes.Email, exact, StringComparison.OrdinalIgnoreCase), cancellationToken)
            .ConfigureAwait(false);
        return found switch
        {
            [] => null,
            [var contact] => contact,
            _ => throw new KajabiAmbiguousMatchException(
                $"Site {siteId} has several contacts with the e-mail address to find: {string.Join(" and ", found)}. Use their ids, or merge them in the admin pages.",
                [.. found.Select(static contact => contact.Identifier)]
            ),
        };
    }

    /// <summary>Creates the contact, or updates the one that the site has under the same e-mail address.</summary>
    /// <remarks>
    /// It tries to create first, so that two callers at once end with one contact and both attributes written. If the existing
    /// contact is deleted before it is updated, this starts again once.
    /// </remarks>
    /// <param name="attributes">What is sent; <c>Email</c> must be assigned.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Ends the calls; what was carried out by then stays.</param>
    /// <returns>The contact as it is stored.</returns>
    /// <exception cref="ArgumentException">No e-mail address is assigned.</exception>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several contacts with this address; none was updated.</exception>
    /// <exception cref="KajabiListChangedException">The list changed each time that the existing contact was searched; nothing was written.</exception>
    /// <exception cref="KajabiApiException">The API refused the contact for another reason than its address, or an answer could not be understood.</exception>
    async Task<ContactDocument> SaveContactByEmailAsync(
        ContactAttributes attributes,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (string.IsNullOrWhiteSpace(attributes.Email))
        {
            throw new ArgumentException("Assign Email: it is what the contact is found by.", nameof(attributes));
        }

        const int maxAttempts = 2;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await CreateContactAsync(attributes, siteId, cancellationToken).ConfigureAwait(false);
            }
            catch (KajabiApiException taken) when (EmailConflict.IsIn(taken))
            {
                Contact? existing = await FindContactByEmailAsync(attributes.Email, siteId, cancellationToken).ConfigureAwait(false);
                try
                {
                    if (existing is not null)
                    {
                        return await UpdateContactAsync(existing.Id, attributes, cancellationToken).ConfigureAwait(false);
                    }
                }
                catch (KajabiApiException deleted) when (deleted.Kind == KajabiErrorKind.NotFound && attempt < maxAttempts)
                {
                    continue;
                }

                // Taken, but not found: deleted since, so that it can be created now, or hidden, so that it is refused again.
                if (attempt == maxAttempts)
                {
                    throw;
                }
            }
        }
    }
}
