using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Areas;

/// <summary>Searches over pages that change, contain duplicate resources or contain several matches.</summary>
public sealed class ContactSearchTests
{
    private const string Contacts = "https://api.kajabi.com/v1/contacts";
    private const string Tags = "https://api.kajabi.com/v1/contact_tags";
    private const string Ada = """{ "id": "7", "type": "contacts", "attributes": { "email": "ada@example.com" } }""";
    private const string Bob = """{ "id": "8", "type": "contacts", "attributes": { "email": "not.ada@example.com" } }""";

    [Fact]
    public async Task A_contact_listed_on_two_pages_is_one_match()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        // The first attempt detects the change; in the second one, page 3 duplicates a contact of page 1, recognizable only by its id.
        SetupPages(kajabi, Contacts, Page(2, 3, Bob, Ada), Page(2, 3, Ada), Page(3, 3, Ada), Page(3, 3, Bob), Page(3, 3, Ada));

        Assert.Equal("7", (await kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9"))?.Id);
    }

    [Fact]
    public async Task Two_contacts_with_the_same_email_on_different_pages_throw_an_exception_with_both_ids()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        SetupPages(kajabi, Contacts, Page(2, 2, Ada), Page(2, 2, Ada.Replace("\"7\"", "\"9\"", StringComparison.Ordinal)));

        KajabiAmbiguousMatchException exception = await Assert.ThrowsAsync<KajabiAmbiguousMatchException>(() =>
            kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9")
        );

        Assert.Equal([new("contacts", "7"), new("contacts", "9")], exception.Matches);
        Assert.Contains("contacts/7 and contacts/9", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_that_moves_to_a_page_already_read_is_found_in_the_next_attempt()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        SetupPages(
            kajabi,
            Contacts,
            Page(2, 3, Bob, Bob.Replace("\"8\"", "\"1\"", StringComparison.Ordinal)),
            Page(1, 2),
            Page(1, 2, Bob, Ada)
        );

        Assert.Equal("7", (await kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9"))?.Id);
    }

    [Fact]
    public async Task A_list_that_keeps_changing_throws_instead_of_returning_null()
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        SetupPages(kajabi, Contacts, [.. Enumerable.Repeat((string[])[Page(2, 2, Bob), Page(1, 1)], 3).SelectMany(pages => pages)]);

        await Assert.ThrowsAsync<KajabiListChangedException>(() => kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9"));
    }

    [Fact]
    public async Task A_tag_listed_on_two_pages_is_one_match_and_two_tags_with_the_same_name_throw_with_their_ids()
    {
        const string vip = """{ "id": "1", "type": "contact_tags", "attributes": { "name": "VIP" } }""";
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        string other = vip.Replace("\"1\"", "\"3\"", StringComparison.Ordinal).Replace("VIP", "Other", StringComparison.Ordinal);
        SetupPages(kajabi, Tags, Page(2, 4, other, vip), Page(2, 4, vip), Page(3, 3, vip), Page(3, 3, other), Page(3, 3, vip));
        Assert.Equal(["1"], await kajabi.Client.ContactTags.FindContactTagIdsAsync(["VIP"], "9"));

        SetupPages(kajabi, Tags, Page(2, 2, vip), Page(2, 2, vip.Replace("\"1\"", "\"2\"", StringComparison.Ordinal)));
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.AddContactTagsByNameAsync("7", ["VIP"], "9")
        );
        Assert.Contains("more than one tag named 'VIP' (1 and 2)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deleted before it is updated", "POST GET PATCH POST")]
    [InlineData("deleted before it is found", "POST GET POST")]
    public async Task A_contact_that_is_deleted_during_the_upsert_is_created(string moment, string calls)
    {
        using TestKajabi kajabi = new();
        List<string> sent = SetupWrites(
            kajabi,
            post => post == 1 ? null : """{ "data": { "id": "10", "type": "contacts" } }""",
            moment.EndsWith("updated", StringComparison.Ordinal)
        );

        ContactDocument saved = await kajabi.Client.Contacts.SaveContactByEmailAsync(
            new ContactAttributes { Email = "ada@example.com" },
            "9"
        );

        Assert.Equal(("10", calls), (saved.Data.Id, string.Join(' ', sent)));
    }

    [Theory]
    [InlineData(true, KajabiErrorKind.NotFound, "POST GET PATCH POST GET PATCH")]
    [InlineData(false, KajabiErrorKind.Validation, "POST GET POST GET")]
    public async Task The_upsert_is_retried_only_once(bool isFound, KajabiErrorKind kind, string calls)
    {
        using TestKajabi kajabi = new();
        List<string> sent = SetupWrites(kajabi, _ => null, isFound);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.Contacts.SaveContactByEmailAsync(new ContactAttributes { Email = "ada@example.com" }, "9")
        );

        Assert.Equal((kind, calls), (exception.Kind, string.Join(' ', sent)));
    }

    /// <summary>Rejects a POST with "has already been taken" if there is no response for it, and every PATCH with 404.</summary>
    private static List<string> SetupWrites(TestKajabi kajabi, Func<int, string?> createResponse, bool isFound)
    {
        kajabi.RespondWithToken();
        List<string> sent = [];
        kajabi
            .Network.When($"{Contacts}*")
            .Respond(request =>
            {
                sent.Add(request.Method.Method);
                (HttpStatusCode status, string body) = request.Method.Method switch
                {
                    "POST" => createResponse(sent.Count(static method => method == "POST")) is { } json
                        ? (HttpStatusCode.Created, json)
                        : (
                            HttpStatusCode.UnprocessableEntity,
                            """
                            { "errors": [{ "status": "422", "detail": "has already been taken",
                              "source": { "pointer": "/data/attributes/email" } }] }
                            """
                        ),
                    "GET" => (HttpStatusCode.OK, isFound ? $$"""{ "data": [{{Ada}}] }""" : """{ "data": [] }"""),
                    _ => (HttpStatusCode.NotFound, """{ "errors": [{ "status": "404" }] }"""),
                };
                return new HttpResponseMessage(status) { Content = new StringContent(body, null, TestKajabi.MediaType) };
            });
        return sent;
    }

    private static string Page(int pages, int total, params string[] resources) =>
        $$"""{ "data": [{{string.Join(',', resources)}}], "meta": { "total_pages": {{pages}}, "total_count": {{total}} } }""";

    /// <summary>Responds to the requests with the pages in their order.</summary>
    private static void SetupPages(TestKajabi kajabi, string address, params string[] pages)
    {
        kajabi.Network.Clear();
        kajabi.RespondWithToken();
        Queue<string> remaining = new(pages);
        kajabi
            .Network.When(address)
            .Respond(_ => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(remaining.Dequeue(), null, TestKajabi.MediaType),
            });
    }
}
