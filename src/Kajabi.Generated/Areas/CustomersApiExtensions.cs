namespace Kajabi;

/// <content>Finding customers by e-mail address.</content>
public static partial class CustomersApiExtensions
{
    /// <summary>Finds the customer of a site by the exact e-mail address.</summary>
    /// <remarks>
    /// A contact becomes a customer with its first purchase or grant. The API has no such filter: this filters by
    /// <c>filter[email_contains]</c> and compares the results of all pages, ignoring case and surrounding white space.
    /// </remarks>
    /// <param name="api">The operations of the area Customers.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="siteId">The id of the site, within which an address is unique.</param>
    /// <param name="query">
    /// The includes, the sparse fieldsets and further filters of the search. Default: null, none. It is not changed: a copy gets the site
    /// and the e-mail filter, and a sparse fieldset of customers gets the e-mail address
    /// and the relationships of the includes.
    /// </param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The customer; null if the site has none with this address, or none that matches the filters of the query.</returns>
    /// <exception cref="KajabiAmbiguousMatchException">The site has several customers with this address.</exception>
    /// <exception cref="KajabiListChangedException">
    /// The list changed each time that it was searched, so the customer may have been missed.
    /// </exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example>
    /// <code>
    /// ListCustomersQuery query = new() { Include = [CustomerInclude.Offers], Fields = { Customers = [CustomerField.NetRevenue] } };
    /// Customer? customer = await kajabi.Customers.FindCustomerByEmailAsync("ann@example.com", siteId: "1", query);
    /// </code>
    /// </example>
    public static async Task<Customer?> FindCustomerByEmailAsync(
        this ICustomersApi api,
        string email,
        string siteId,
        ListCustomersQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(siteId);
        string exact = email.Trim(); // As the API stores it.
        ListCustomersQuery search = (ListCustomersQuery)(query ?? new ListCustomersQuery()).Copy();
        (search.SiteId, search.AllSites, search.EmailContains, search.PageNumber) = (siteId, false, exact, null);
        search.Fields = (CustomerFieldsets)search.Fields.Copy();
        search.Fields.Customers = EmailSearch.Complete(
            search.Fields.Customers,
            CustomerField.Email,
            search.Include.Select(static include => (CustomerField)include.Value.Split('.')[0])
        );
        return await EmailSearch
            .FindAsync(
                api.ListAllCustomersAsync(search),
                static customer => customer.Attributes.Email,
                exact,
                "customers",
                siteId,
                cancellationToken
            )
            .ConfigureAwait(false);
    }
}
