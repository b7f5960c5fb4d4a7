using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Areas;

/// <summary>Searches over pages that shift, repeat resources, or contain several that match.</summary>
public sealed class ContactSearchTests
{
    private const string Contacts = "https://api.kajabi.com/v1/contacts";
    private const string Tags = "https://api.kajabi.com/v1/contact_tags";
    private const string Ada = """{ "id": "7", "type": "contacts", "attributes": { "email": "ada@example.com" } }""";
    private const string Bob = """{ "id": "8", "type": "contacts", "attributes": { "email": "not.ada@example.com" } }""";

    [Fact]
    public async Task The_same_contact_on_two_pages_is_one_contact()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        // The first attempt notices the shift; in the second one, page 3 repeats what is on page 1, which nothing but the id tells.
        AnswerPages(kajabi, Contacts, Page(2, 3, Bob, Ada), Page(2, 3, Ada), Page(3, 3, Ada), Page(3, 3, Bob), Page(3, 3, Ada));

        Assert.Equal("7", (await kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9"))?.Id);
    }

    [Fact]
    public async Task Two_contacts_with_one_address_on_different_pages_are_an_error_that_names_both()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        AnswerPages(kajabi, Contacts, Page(2, 2, Ada), Page(2, 2, Ada.Replace("\"7\"", "\"9\"", StringComparison.Ordinal)));

        KajabiAmbiguousMatchException exception = await Assert.ThrowsAsync<KajabiAmbiguousMatchException>(() =>
            kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9")
        );

        Assert.Equal([new("contacts", "7"), new("contacts", "9")], exception.Matches);
        Assert.Contains("contacts/7 and contacts/9", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_that_slipped_to_a_page_already_read_is_found_in_the_next_attempt()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        AnswerPages(
            kajabi,
            Contacts,
            Page(2, 3, Bob, Bob.Replace("\"8\"", "\"1\"", StringComparison.Ordinal)),
            Page(1, 2),
            Page(1, 2, Bob, Ada)
        );

        Assert.Equal("7", (await kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9"))?.Id);
    }

    [Fact]
    public async Task A_list_that_never_holds_still_is_an_error_and_not_a_contact_that_does_not_exist()
    {
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        AnswerPages(kajabi, Contacts, [.. Enumerable.Repeat((string[])[Page(2, 2, Bob), Page(1, 1)], 3).SelectMany(pages => pages)]);

        await Assert.ThrowsAsync<KajabiListChangedException>(() => kajabi.Client.Contacts.FindContactByEmailAsync("ada@example.com", "9"));
    }

    [Fact]
    public async Task A_tag_on_two_pages_is_one_tag_and_two_tags_with_one_name_are_named_with_their_ids()
    {
        const string vip = """{ "id": "1", "type": "contact_tags", "attributes": { "name": "VIP" } }""";
        using TestKajabi kajabi = new();
        kajabi.AnswerToken();
        string other = vip.Replace("\"1\"", "\"3\"", StringComparison.Ordinal).Replace("VIP", "Other", StringComparison.Ordinal);
        AnswerPages(kajabi, Tags, Page(2, 4, other, vip), Page(2, 4, vip), Page(3, 3, vip), Page(3, 3, other), Page(3, 3, vip));
        Assert.Equal(["1"], await kajabi.Client.ContactTags.FindContactTagIdsAsync(["VIP"], "9"));

        AnswerPages(kajabi, Tags, Page(2, 2, vip), Page(2, 2, vip.Replace("\"1\"", "\"2\"", StringComparison.Ordinal)));
        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            kajabi.Client.AddContactTagsByNameAsync("7", ["VIP"], "9")
        );
        Assert.Contains("more than one tag named 'VIP' (1 and 2)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deleted before it is updated", "POST GET PATCH POST")]
    [InlineData("deleted before it is found", "POST GET POST")]
    public async Task A_contact_that_is_deleted_while_it_is_saved_is_created(string when, string calls)
    {
        using TestKajabi kajabi = new();
        List<string> sent = AnswerWrites(
            kajabi,
            post => post == 1 ? null : """{ "data": { "id": "10", "type": "contacts" } }""",
            when.EndsWith("updated", StringComparison.Ordinal)
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
    public async Task Saving_starts_again_only_once(bool isFound, KajabiErrorKind kind, string calls)
    {
        using TestKajabi kajabi = new();
        List<string> sent = AnswerWrites(kajabi, _ => null, isFound);

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
            kajabi.Client.Contacts.SaveContactByEmailAsync(new ContactAttributes { Email = "ada@example.com" }, "9")
        );

        Assert.Equal((kind, calls), (exception.Kind, string.Join(' ', sent)));
    }

    /// <summary>Refuses a POST as taken where no response is given, finds the contact or not, and knows none that could be updated.</summary>
    private static List<string> AnswerWrites(TestKajabi kajabi, Func<int, string?> created, bool isFound)
    {
        kajabi.AnswerToken();
        List<string> sent = [];
        kajabi
            .Network.When($"{Contacts}*")
            .Respond(request =>
            {
                sent.Add(request.Method.Method);
                (HttpStatusCode status, string body) = request.Method.Method switch
                {
                    "POST" => created(sent.Count(static method => method == "POST")) is { } json
                        ? (HttpStatusCode.Created, json)
                        : (
                            HttpStatusCode.UnprocessableEntity,
                            """{ "errors": [{ "status": "422", "detail": "has already been taken", "source": { "pointer": "/data/attributes/email" } }] }"""
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

    /// <summary>Answers one request after the other.</summary>
    private static void AnswerPages(TestKajabi kajabi, string address, params string[] pages)
    {
        kajabi.Network.Clear();
        kajabi.AnswerToken();
        Queue<string> left = new(pages);
        kajabi
            .Network.When(address)
            .Respond(_ => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(left.Dequeue(), null, TestKajabi.MediaType),
            });
    }
}
