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
    /// <exception cref="KajabiApiException">The API refused a page, or its answer could not be understood.</exception>
    async Task<Contact?> FindContactByEmailAsync(string email, string siteId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        string exact = email.Trim(); // As the API stores it.
        ListContactsQuery query = new() { SiteId = siteId, EmailContains = exact };
        await foreach (Contact contact in ListAllContactsAsync(query).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(contact.Attributes.Email, exact, StringComparison.OrdinalIgnoreCase))
            {
                return contact;
            }
        }

        return null;
    }

    /// <summary>Creates the contact, or updates the one that the site has under the same e-mail address.</summary>
    /// <remarks>It tries to create first, so that two callers at once end with one contact and both attributes written.</remarks>
    /// <param name="attributes">What is sent; <c>Email</c> must be assigned.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Ends the calls; what was carried out by then stays.</param>
    /// <returns>The contact as it is stored.</returns>
    /// <exception cref="ArgumentException">No e-mail address is assigned.</exception>
    /// <exception cref="KajabiApiException">The API refused the contact for another reason than its address, or an answer could not be understood.</exception>
    async Task<ContactDocument> SaveContactByEmailAsync(ContactAttributes attributes, string siteId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (string.IsNullOrWhiteSpace(attributes.Email))
        {
            throw new ArgumentException("Assign Email: it is what the contact is found by.", nameof(attributes));
        }

        try
        {
            return await CreateContactAsync(attributes, siteId, cancellationToken).ConfigureAwait(false);
        }
        catch (KajabiApiException taken) when (EmailConflict.IsIn(taken))
        {
            Contact? existing = await FindContactByEmailAsync(attributes.Email, siteId, cancellationToken).ConfigureAwait(false);
            if (existing is null)
            {
                // Taken, and not to be found: hidden, or deleted in this moment. The refusal is the truth to tell.
                throw;
            }

            return await UpdateContactAsync(existing.Id, attributes, cancellationToken).ConfigureAwait(false);
        }
    }
}
