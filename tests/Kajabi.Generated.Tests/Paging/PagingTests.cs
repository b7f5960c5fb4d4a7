using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Paging;

public sealed class PagingTests
{
    private const string One = """{ "id": "1", "type": "contacts" }""";

    /// <summary>The links and meta of each page, and the numbers of the pages that are requested.</summary>
    public static TheoryData<string[], string> Forms =>
        new()
        {
            { [Page("", "")], "first" },
            { [Page("""{ "self": "x" }""", "")], "first" },
            { [Page(Next(2), ""), Page("{}", "")], "first 2" },
            { [Page(Next(2), Meta(1, 2)), Page(Next(3), Meta(2, 2))], "first 2" },
            { [Page("", Meta(1, 3)), Page("", Meta(2, 3)), Page("", Meta(3, 3))], "first 2 3" },
            {
                [Page(Next(2), ""), """{ "data": [], "links": { "next": "https://api.kajabi.com/v1/contacts?page[number]=3" } }"""],
                "first 2"
            },
            { [Page("""{ "next": "https://elsewhere.example/api/v1/contacts?page%5Bnumber%5D=2" }""", ""), Page("{}", "")], "first 2" },
            { [Page("""{ "next": "https://api.kajabi.com/v1/contacts?cursor=abc" }""", ""), Page("{}", "")], "first 2" },
            { [Page("""{ "next": null }""", "")], "first" },
            { [Page("""{ "next": "" }""", "")], "first" },
            {
                [
                    Page("", """{ "total": 2, "pagination": { "current": 1, "last": 2 } }"""),
                    Page("", """{ "total": 2, "pagination": { "current": 2, "last": 2 } }"""),
                ],
                "first 2"
            },
            { [Page("", """{ "total_pages": 2 }"""), Page("", """{ "total_pages": 2 }""")], "first 2" },
            {
                [
                    Page("", """{ "count": 1, "total_count": 2, "total_pages": 2 }"""),
                    Page("", """{ "count": 1, "total_count": 2, "total_pages": 2 }"""),
                ],
                "first 2"
            },
            {
                [Page("", """{ "current_page": "1", "total_pages": "2" }"""), Page("", """{ "current_page": "2", "total_pages": "2" }""")],
                "first 2"
            },
            { [Page(Next(2), """{ "current_page": "1", "total_pages": "1" }""")], "first" },
            { [Page("null", "null")], "first" },
            { [Page("null", Meta(1, 2)), Page("null", Meta(2, 2))], "first 2" },
            { [Page("", """{ "current_page": null, "total_pages": null }""")], "first" },
            { [Page("", """{ "total_pages": "many" }""")], "first" },
            { [Page("""{ "next": { "href": "https://api.kajabi.com/v1/contacts?page[number]=2" } }""", ""), Page("{}", "")], "first 2" },
            { [Page("""{ "next": "?page%5Bsize%5D=1&page%5Bnumber%5D=2" }""", ""), Page("{}", "")], "first 2" },
            { [Page("""{ "next": "https://api.kajabi.com/v1/contacts?page[number]=99999999999" }""", ""), Page("{}", "")], "first 2" },
            { [Page(Next(2), Meta(1, 0))], "first" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_of_links_and_meta_ends_on_the_last_page(string[] pages, string expected)
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(kajabi, number => pages[number - 1]);

        int count = 0;
        await foreach (Contact contact in kajabi.Client.Contacts.ListAllContactsAsync())
        {
            count++;
        }

        Assert.Equal(expected, string.Join(' ', requests));
        Assert.Equal(pages.Count(page => page.Contains(One, StringComparison.Ordinal)), count);
    }

    [Fact]
    public async Task A_next_link_to_the_same_page_throws()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(kajabi, _ => Page(Next(2), ""));
        List<string> ids = [];

        KajabiSerializationException exception = await Assert.ThrowsAsync<KajabiSerializationException>(() => ReadAsync(kajabi, ids));

        Assert.Equal("first 2", string.Join(' ', requests));
        Assert.Equal(["1", "2"], ids);
        Assert.Contains("never end", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_next_link_to_an_earlier_page_throws()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(kajabi, number => Page(Next(number == 3 ? 1 : number + 1), ""));
        List<string> ids = [];

        KajabiSerializationException exception = await Assert.ThrowsAsync<KajabiSerializationException>(() => ReadAsync(kajabi, ids));

        Assert.Equal(("first 2 3", "links.next"), (string.Join(' ', requests), exception.Path));
        Assert.Equal(["1", "2", "3"], ids);
    }

    [Theory]
    [InlineData("""{ "current_page": 1, "total_pages": 9 }""", "meta.current_page")]
    [InlineData("""{ "total_pages": 9 }""", "data")]
    [InlineData("", "data")]
    public async Task A_server_that_always_returns_the_first_page_is_detected_before_a_resource_is_returned_twice(string meta, string path)
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(
            kajabi,
            number => Page(Next(number + 1), meta).Replace(One, """{ "type": "contacts", "id": "1" }""", StringComparison.Ordinal)
        );
        List<string> ids = [];

        KajabiSerializationException exception = await Assert.ThrowsAsync<KajabiSerializationException>(() => ReadAsync(kajabi, ids));

        Assert.Equal(("first 2", path), (string.Join(' ', requests), exception.Path));
        Assert.Equal(["1"], ids);
    }

    [Fact]
    public async Task Pages_of_resources_without_ids_are_not_considered_duplicates()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(
            kajabi,
            number => Page(number < 3 ? Next(number + 1) : "{}", "").Replace(One, """{ "type": "contacts" }""", StringComparison.Ordinal)
        );

        await foreach (Contact contact in kajabi.Client.Contacts.ListAllContactsAsync())
        {
            Assert.False(contact.HasId);
        }

        Assert.Equal("first 2 3", string.Join(' ', requests));
    }

    [Fact]
    public async Task A_page_has_the_number_of_the_next_page()
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => Page(number < 9 ? Next(number + 3) : "{}", ""));
        List<int?> next = [];

        await foreach (ContactCollection page in kajabi.Client.Contacts.ListAllContactsAsync().AsPages())
        {
            next.Add(page.NextPageNumber);
        }

        Assert.Equal([4, 7, 10, null], next);
    }

    [Fact]
    public async Task No_request_is_sent_to_a_next_link_on_another_host()
    {
        using TestKajabi kajabi = new();
        SetupPages(
            kajabi,
            number =>
                Page(number < 3 ? $$"""{ "next": "https://elsewhere.example/api/v1/contacts?page[number]={{number + 1}}" }""" : "{}", "")
        );
        List<Uri?> otherRequests = [];
        kajabi.Network.Fallback.Respond(request =>
        {
            otherRequests.Add(request.RequestUri);
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });
        List<string> ids = [];

        await ReadAsync(kajabi, ids);

        Assert.Equal(["1", "2", "3"], ids);
        Assert.Empty(otherRequests);
    }

    [Fact]
    public async Task Leaving_the_loop_sends_no_further_request()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(kajabi, number => Page(Next(number + 1), ""));

        await foreach (ContactCollection page in kajabi.Client.Contacts.ListAllContactsAsync().AsPages())
        {
            if (page.Response is not null && requests.Count == 3)
            {
                break;
            }
        }

        Assert.Equal("first 2 3", string.Join(' ', requests));
    }

    [Fact]
    public async Task Prefetch_requests_one_page_and_leaving_the_loop_requests_none()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource pageRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> requests = SetupPages(
            kajabi,
            number =>
            {
                _ = number == 2 && pageRequested.TrySetResult();
                return Page(Next(number + 1), "");
            }
        );

        await foreach (ContactCollection page in kajabi.Client.Contacts.ListAllContactsAsync().WithPrefetch().AsPages())
        {
            // Page 2 is requested while page 1 is processed.
            Assert.Equal("1", page.Data[0].Id);
            await pageRequested.Task;
            break;
        }

        Assert.Equal("first 2", string.Join(' ', requests));
    }

    [Fact]
    public async Task Cancellation_sends_no_further_request()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(kajabi, number => Page(Next(number + 1), ""));
        using CancellationTokenSource end = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Contact contact in kajabi.Client.Contacts.ListAllContactsAsync().WithCancellation(end.Token))
            {
                await (contact.Id == "2" ? end.CancelAsync() : Task.CompletedTask);
            }
        });

        Assert.Equal("first 2", string.Join(' ', requests));
    }

    [Fact]
    public async Task Reading_starts_at_the_page_of_the_query_and_does_not_change_the_query()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(kajabi, number => Page(number < 9 ? Next(number + 1) : "{}", ""));
        ListContactsQuery query = new() { PageNumber = 7, PageSize = 2 };
        List<string> ids = [];

        await ReadAsync(kajabi, ids, query);

        Assert.Equal("7 8 9", string.Join(' ', requests));
        Assert.Equal(["7", "8", "9"], ids);
        Assert.Equal(7, query.PageNumber);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_sequence_is_enumerated()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(kajabi, _ => Page("{}", ""));

        var sequence = kajabi.Client.Contacts.ListAllContactsAsync();
        Assert.Empty(requests);
        await foreach (Contact contact in sequence)
        {
            Assert.Equal("1", contact.Id);
        }

        Assert.Single(requests);
    }

    private static async Task ReadAsync(TestKajabi kajabi, List<string> ids, ListContactsQuery? query = null)
    {
        await foreach (Contact contact in kajabi.Client.Contacts.ListAllContactsAsync(query))
        {
            ids.Add(contact.Id);
        }
    }

    private static List<string> SetupPages(TestKajabi kajabi, Func<int, string> page)
    {
        kajabi.RespondWithToken();
        List<string> requests = [];
        kajabi
            .Network.When("https://api.kajabi.com/v1/contacts")
            .Respond(request =>
            {
                string query = Uri.UnescapeDataString(request.RequestUri!.Query);
                string number = query.Split("page[number]=").ElementAtOrDefault(1)?.Split('&')[0] ?? "first";
                requests.Add(number);
                int index = number == "first" ? 1 : int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(
                        page(index).Replace(One, Contact(index), StringComparison.Ordinal),
                        null,
                        TestKajabi.MediaType
                    ),
                };
            });
        return requests;
    }

    /// <summary>Replaces <see cref="One"/>, so that each page has another resource.</summary>
    private static string Contact(int page) => $$"""{ "id": "{{page}}", "type": "contacts" }""";

    private static string Next(int page) => $$"""{ "next": "https://api.kajabi.com/v1/contacts?page[number]={{page}}&page[size]=1" }""";

    private static string Meta(int current, int total) => $$"""{ "current_page": {{current}}, "total_pages": {{total}} }""";

    private static string Page(string links, string meta) =>
        $$"""
            { "data": [{{One}}]{{(links.Length > 0 ? $", \"links\": {links}" : "")}}{{(meta.Length > 0 ? $", \"meta\": {meta}" : "")}} }
            """;
}
