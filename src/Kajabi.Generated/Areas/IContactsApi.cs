namespace Kajabi;

/// <content>Convenience methods: look up and upsert contacts by e-mail address.</content>
public partial interface IContactsApi
{
    /// <summary>Finds a contact of a site by its exact e-mail address.</summary>
    /// <remarks>
    /// The API has no such filter. This filters with <c>filter[email_contains]</c> and compares the results of all pages, ignoring
    /// case and surrounding white space.
    /// </remarks>
    /// <example>
    /// <code>
    /// Contact? contact = await kajabi.Contacts.FindContactByEmailAsync("ada@example.com", siteId);
    /// Console.WriteLine(contact?.Id ?? "not found");
    /// </code>
    /// </example>
    /// <param name="email">The e-mail address.</param>
    /// <param name="siteId">The id of the site; addresses are unique within a site.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The contact; null if the site has no contact with this address.</returns>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several contacts with this address.</exception>
    /// <exception cref="KajabiListChangedException">The list changed in each of three attempts to read it.</exception>
    /// <exception cref="KajabiApiException">A request failed, or a response could not be read.</exception>
    async Task<Contact?> FindContactByEmailAsync(string email, string siteId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        string exact = email.Trim(); // The API stores it trimmed.
        ListContactsQuery query = new() { SiteId = siteId, EmailContains = exact };
        IReadOnlyList<Contact> found = await ListAllContactsAsync(query)
            .FindAllAsync(contact => string.Equals(contact.Attributes.Email, exact, StringComparison.OrdinalIgnoreCase), cancellationToken)
            .ConfigureAwait(false);
        return found switch
        {
            [] => null,
            [var contact] => contact,
            _ => throw new KajabiAmbiguousMatchException(
                $"Site {siteId} has several contacts with this e-mail address: {string.Join(" and ", found)}. "
                    + "Use their ids, or merge them in the admin portal.",
                [.. found.Select(static contact => contact.Identifier)]
            ),
        };
    }

    /// <summary>Creates the contact, or updates the existing contact with the same e-mail address (upsert).</summary>
    /// <remarks>
    /// It tries to create the contact first, so that concurrent callers get one contact with the attributes of all of them. If the
    /// existing contact is deleted before it is updated, it tries to create the contact once more.
    /// </remarks>
    /// <example>
    /// <code>
    /// ContactDocument saved = await kajabi.Contacts.SaveContactByEmailAsync(
    ///     new ContactAttributes { Email = "ada@example.com", Name = "Ada Lovelace" },
    ///     siteId);
    /// Console.WriteLine(saved.Data.Id);
    /// </code>
    /// </example>
    /// <param name="attributes">The attributes to send; <c>Email</c> must be assigned.</param>
    /// <param name="siteId">The id of the site.</param>
    /// <param name="cancellationToken">Cancels the requests; completed writes are not undone.</param>
    /// <returns>The stored contact.</returns>
    /// <exception cref="ArgumentException">No e-mail address is assigned.</exception>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several contacts with this address; none was updated.</exception>
    /// <exception cref="KajabiListChangedException">
    /// The list changed in each of three attempts to find the existing contact; nothing was written.
    /// </exception>
    /// <exception cref="KajabiApiException">
    /// The API rejected the contact for a reason other than a duplicate address, another request failed, or a response could not
    /// be read.
    /// </exception>
    async Task<ContactDocument> SaveContactByEmailAsync(
        ContactAttributes attributes,
        string siteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (string.IsNullOrWhiteSpace(attributes.Email))
        {
            throw new ArgumentException("Assign Email. It identifies the contact.", nameof(attributes));
        }

        const int maxAttempts = 2;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await CreateContactAsync(attributes, siteId, cancellationToken).ConfigureAwait(false);
            }
            catch (KajabiApiException conflict) when (EmailConflict.Matches(conflict))
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

                // Not found: the contact was deleted since, and can be created now, or it is hidden, and creating it fails again.
                if (attempt == maxAttempts)
                {
                    throw;
                }
            }
        }
    }
}
