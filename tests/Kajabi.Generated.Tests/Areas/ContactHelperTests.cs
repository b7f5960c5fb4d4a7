using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Areas;

/// <summary>The helper methods for contacts and tags.</summary>
public sealed class ContactHelperTests
{
    private const string Contacts = "https://api.kajabi.com/v1/contacts";

    [Fact]
    public async Task A_contact_is_found_by_its_exact_email_across_all_pages()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(Contacts)
            .WithQueryString("page[number]", "2")
            .Respond(
                TestKajabi.MediaType,
                """
                { "data": [{ "id": "2", "type": "contacts", "attributes": { "email": "ADA@example.com" } }], "links": {} }
                """
            );
        kajabi
            .Network.When(Contacts)
            .WithQueryString("filter[email_contains]", "ada@example.com")
            .Respond(
                TestKajabi.MediaType,
                """
                { "data": [{ "id": "1", "type": "contacts", "attributes": { "email": "not.ada@example.com" } }],
                  "links": { "next": "x?page[number]=2" } }
                """
            );

        Assert.Equal("2", (await kajabi.Client.Contacts.FindContactByEmailAsync(" ada@example.com ", "9"))?.Id);
    }

    [Fact]
    public async Task An_existing_contact_is_updated_and_other_validation_errors_are_thrown()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When(HttpMethod.Post, Contacts)
            .WithPartialContent("ada@")
            .Respond(
                HttpStatusCode.UnprocessableEntity,
                TestKajabi.MediaType,
                """
                { "errors": [{ "status": "422", "detail": "has already been taken", "source": { "pointer": "/data/attributes/email" } }] }
                """
            );
        kajabi
            .Network.When(HttpMethod.Post, Contacts)
            .WithPartialContent("bob@")
            .Respond(
                HttpStatusCode.UnprocessableEntity,
                TestKajabi.MediaType,
                """
                { "errors": [{ "status": "422", "detail": "is invalid", "source": { "pointer": "/data/attributes/email" } }] }
                """
            );
        kajabi
            .Network.When(HttpMethod.Get, Contacts)
            .Respond(
                TestKajabi.MediaType,
                """{ "data": [{ "id": "7", "type": "contacts", "attributes": { "email": "ada@example.com" } }] }"""
            );
        kajabi
            .Network.When(HttpMethod.Patch, $"{Contacts}/7")
            .WithPartialContent("\"name\":\"Ada\"")
            .Respond(TestKajabi.MediaType, """{ "data": { "id": "7", "type": "contacts", "attributes": { "name": "Ada" } } }""");

        ContactDocument saved = await kajabi.Client.Contacts.SaveContactByEmailAsync(
            new ContactAttributes { Email = "ada@example.com", Name = "Ada" },
            "9"
        );
        KajabiApiException invalid = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.Contacts.SaveContactByEmailAsync(new ContactAttributes { Email = "bob@example.com" }, "9")
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.Contacts.SaveContactByEmailAsync(new ContactAttributes { Name = "Ada" }, "9")
        );

        Assert.Equal("7", saved.Data.Id);
        Assert.Equal("is invalid", invalid.Errors.Single().Detail);
    }

    [Fact]
    public async Task Tags_are_found_by_name_and_unknown_or_ambiguous_names_throw()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/contact_tags")
            .Respond(
                TestKajabi.MediaType,
                """
                { "data": [
                    { "id": "1", "type": "contact_tags", "attributes": { "name": "VIP" } },
                    { "id": "2", "type": "contact_tags", "attributes": { "name": "Twice" } },
                    { "id": "3", "type": "contact_tags", "attributes": { "name": "Twice" } },
                    { "id": "4", "type": "contact_tags", "attributes": { "name": "New" } } ] }
                """
            );

        Assert.Equal(["4", "1"], await kajabi.Client.ContactTags.FindContactTagIdsAsync(["New", "VIP"], "9"));
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.ContactTags.FindContactTagIdsAsync(["vip", "Twice"], "9")
        );
        Assert.Contains("no tag named 'vip'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("more than one tag named 'Twice'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_are_added_by_name_from_any_page_and_nothing_is_sent_if_a_name_is_ambiguous()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        kajabi
            .Network.When("https://api.kajabi.com/v1/contact_tags")
            .WithQueryString("page[number]", "2")
            .Respond(
                TestKajabi.MediaType,
                """
                { "data": [
                    { "id": "2", "type": "contact_tags", "attributes": { "name": "VIP" } },
                    { "id": "3", "type": "contact_tags", "attributes": { "name": "Twice" } } ], "links": {} }
                """
            );
        kajabi
            .Network.When("https://api.kajabi.com/v1/contact_tags")
            .WithQueryString("filter[site_id]", "9")
            .Respond(
                TestKajabi.MediaType,
                """
                { "data": [{ "id": "1", "type": "contact_tags", "attributes": { "name": "Twice" } }],
                  "links": { "next": "x?page[number]=2" } }
                """
            );
        List<string> written = [];
        kajabi
            .Network.When(HttpMethod.Post, $"{Contacts}/7/relationships/tags")
            .Respond(request =>
            {
                written.Add(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult());
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent("""{ "data": [] }""", null, TestKajabi.MediaType),
                };
            });

        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.AddContactTagsByNameAsync("7", ["VIP", "vip"], "9"));
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.AddContactTagsByNameAsync("7", ["VIP", "Twice"], "9"));
        await Assert.ThrowsAsync<ArgumentException>(() => kajabi.Client.AddContactTagsByNameAsync("7", [], "9"));
        Assert.Empty(written);

        await kajabi.Client.AddContactTagsByNameAsync("7", ["VIP"], "9");
        Assert.Equal(["""{"data":[{"type":"contact_tags","id":"2"}]}"""], written);
    }

    [Theory]
    [InlineData("none", "?filter%5Bsite_id%5D=9")]
    [InlineData("query", "?page%5Bsize%5D=5&filter%5Bsite_id%5D=9")]
    [InlineData("own", "?filter%5Bsite_id%5D=4")]
    [InlineData("all", "?page%5Bsize%5D=5")]
    [InlineData("both", "?filter%5Bsite_id%5D=4")]
    [InlineData("star", "?filter%5Bsite_id%5D=%2A")]
    [InlineData("blank", "?page%5Bsize%5D=5&filter%5Bsite_id%5D=9")]
    public async Task The_default_site_is_added_unless_the_request_overrides_it(string kind, string expected)
    {
        using TestKajabi kajabi = new(options => options.DefaultSiteId = "9");
        kajabi.RespondWithToken();
        string? sent = null;
        kajabi
            .Network.When(Contacts)
            .With(request => (sent = request.RequestUri!.Query) is not null)
            .Respond(TestKajabi.MediaType, """{ "data": [] }""");

        await kajabi.Client.Contacts.ListContactsAsync(
            kind switch
            {
                "none" => null,
                "query" => new ListContactsQuery { PageSize = 5 },
                "own" => new ListContactsQuery { SiteId = "4" },
                "both" => new ListContactsQuery { SiteId = "4", AllSites = true },
                "star" => new ListContactsQuery { SiteId = "*" }, // A wildcard is not supported by the API and is sent unchanged.
                "blank" => new ListContactsQuery { SiteId = " ", PageSize = 5 },
                _ => new ListContactsQuery { PageSize = 5, AllSites = true },
            }
        );

        Assert.Equal(expected, sent);
    }

    [Fact]
    public async Task The_default_site_is_not_added_to_operations_without_a_site_filter()
    {
        using TestKajabi kajabi = new(options => options.DefaultSiteId = "9");
        kajabi.RespondWithToken();
        string? sent = null;
        kajabi
            .Network.When("https://api.kajabi.com/v1/sites")
            .With(request => (sent = request.RequestUri!.Query) is not null)
            .Respond(TestKajabi.MediaType, """{ "data": [] }""");

        await kajabi.Client.Sites.ListSitesAsync(new ListSitesQuery());

        Assert.Equal(string.Empty, sent);
    }
}
