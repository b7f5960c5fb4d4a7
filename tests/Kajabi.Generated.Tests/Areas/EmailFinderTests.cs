using System.Net;
using Kajabi.Tests.Client;

namespace Kajabi.Tests.Areas;

/// <summary>Finders of contacts and customers that take a query.</summary>
public sealed class EmailFinderTests
{
    private readonly List<string> _requests = [];

    [Fact]
    public async Task The_includes_and_filters_of_the_query_are_sent_and_the_query_is_not_changed()
    {
        using TestKajabi kajabi = Create();
        ListContactsQuery contacts = new()
        {
            SiteId = "8",
            PageNumber = 2,
            EmailContains = "other",
            HasTagId = "5",
            Include = [ContactInclude.Tags],
            Fields = { Contacts = [ContactField.Name] },
        };
        ListCustomersQuery customers = new()
        {
            AllSites = true,
            PageNumber = 2,
            Include = [CustomerInclude.Offers],
            Fields = { Customers = [CustomerField.NetRevenue], Offers = [OfferField.Title] },
        };

        Assert.Equal("7", (await kajabi.Client.Contacts.FindContactByEmailAsync(" Ada@example.com ", "9", contacts))?.Id);
        Assert.Equal("7", (await kajabi.Client.Customers.FindCustomerByEmailAsync("ada@example.com", "9", customers))?.Id);

        Assert.Equal(
            [
                "/v1/contacts fields[contacts]=name,email,tags filter[email_contains]=Ada@example.com filter[has_tag_id]=5 "
                    + "filter[site_id]=9 include=tags",
                "/v1/customers fields[customers]=net_revenue,email,offers fields[offers]=title filter[email_contains]=ada@example.com "
                    + "filter[site_id]=9 include=offers",
            ],
            _requests
        );
        Assert.Equal(("8", "other", 2), (contacts.SiteId, contacts.EmailContains, contacts.PageNumber));
        Assert.Equal([ContactField.Name], contacts.Fields.Contacts);
        Assert.Equal([CustomerField.NetRevenue], customers.Fields.Customers);
        Assert.True(customers.AllSites);
    }

    [Fact]
    public async Task A_customer_is_found_by_the_whole_address()
    {
        using TestKajabi kajabi = Create();

        Assert.Equal("7", (await kajabi.Client.Customers.FindCustomerByEmailAsync("ADA@example.com", "9"))?.Id);
        Assert.Null(await kajabi.Client.Customers.FindCustomerByEmailAsync("da@example.com", "9"));
        KajabiAmbiguousMatchException exception = await Assert.ThrowsAsync<KajabiAmbiguousMatchException>(() =>
            kajabi.Client.Customers.FindCustomerByEmailAsync("twin@example.com", "9")
        );

        Assert.Equal([new("customers", "8"), new("customers", "9")], exception.Matches);
        Assert.Equal("/v1/customers filter[email_contains]=ADA@example.com filter[site_id]=9", _requests[0]);
    }

    private TestKajabi Create() =>
        new(
            static options => (options.ClientId, options.ClientSecret, options.AccessToken) = (null, null, "token"),
            network: new DelegateHandler(
                (request, _) =>
                {
                    string path = request.RequestUri!.AbsolutePath;
                    string[] query = Uri.UnescapeDataString(request.RequestUri.Query).TrimStart('?').Split('&');
                    _requests.Add($"{path} {string.Join(' ', query.Order(StringComparer.Ordinal))}");
                    string type = path.Split('/')[^1];
                    string data = string.Join(',', Resource(type, "7", "ada"), Resource(type, "8", "twin"), Resource(type, "9", "twin"));
                    return Task.FromResult(
                        new HttpResponseMessage(HttpStatusCode.OK)
                        {
                            Content = new StringContent($$"""{ "data": [{{data}}] }""", null, TestKajabi.MediaType),
                        }
                    );
                }
            )
        );

    private static string Resource(string type, string id, string name) =>
        $$"""{ "id": "{{id}}", "type": "{{type}}", "attributes": { "email": "{{name}}@example.com" } }""";
}
