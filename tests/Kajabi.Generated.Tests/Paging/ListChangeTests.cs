using System.Globalization;
using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Paging;

/// <summary>Lists that change between the requests for their pages.</summary>
public sealed class ListChangeTests
{
    private const string Contacts = "https://api.kajabi.com/v1/contacts";

    /// <summary>The ids and the meta of each page, and the number of the page on which the change is detected.</summary>
    public static TheoryData<string[], int> Changes =>
        new()
        {
            // The total shrinks or grows, in each form in which the API reports it.
            { ["1 2|{'current_page':1,'total_count':4,'total_pages':2}", "4|{'current_page':2,'total_count':3,'total_pages':2}"], 2 },
            { ["1 2|{'current_page':1,'total_count':4,'total_pages':2}", "|{'current_page':2,'total_count':2,'total_pages':1}"], 2 },
            {
                [
                    "1 2|{'current_page':1,'total_count':4,'total_pages':2}",
                    "3 4|{'current_page':2,'total_count':5,'total_pages':3}",
                    "5|{'current_page':3,'total_count':5,'total_pages':3}",
                ],
                2
            },
            { ["1 2|{'count':2,'total_count':4,'total_pages':2}", "4|{'count':1,'total_count':3,'total_pages':2}"], 2 },
            { ["1 2|{'total':4,'pagination':{'current':1,'last':2}}", "4|{'total':3,'pagination':{'current':2,'last':2}}"], 2 },
            { ["1 2|{'current_page':1,'total_pages':3}", "4|{'current_page':2,'total_pages':2}"], 2 },
            { ["1 2|{'count':4,'total_pages':2}", "4|{'count':3,'total_pages':2}"], 2 },
            {
                [
                    "1 2|{'current_page':'1','total_count':'4','total_pages':'2'}",
                    "4|{'current_page':'2','total_count':'3','total_pages':'2'}",
                ],
                2
            },
            { ["1|{'total_count':3,'total_pages':3}", "2|{'total_count':3,'total_pages':3}", "3|{'total_count':2,'total_pages':3}"], 3 },
            { ["1|{'total_count':3,'total_pages':3}", "2|{'total_count':4,'total_pages':4}", "3|{'total_count':3,'total_pages':3}"], 2 },
            // The total is unchanged: a resource is duplicated, or the number of resources differs from the total.
            { ["1 2|{'total_count':4,'total_pages':2}", "2 3|{'total_count':4,'total_pages':2}"], 2 },
            { ["1 2|{'total_count':4,'total_pages':2}", "3|{'total_count':4,'total_pages':2}"], 2 },
            { ["1 2|{'total_count':4,'total_pages':2}", "|{'total_count':4,'total_pages':2}"], 2 },
            { ["1 2|{'total_count':3,'total_pages':2}", "3 4|{'total_count':3,'total_pages':2}"], 2 },
            // Without totals, only a duplicate resource reveals the change.
            { ["1 2|next", "2 3|"], 2 },
        };

    /// <summary>Lists that do not change, in each form in which the API reports them.</summary>
    public static TheoryData<string[]> Unchanged =>
        new()
        {
            (string[])["1 2|{'current_page':1,'total_count':3,'total_pages':2}", "3|{'current_page':2,'total_count':3,'total_pages':2}"],
            (string[])["1 2|{'count':2,'total_count':3,'total_pages':2}", "3|{'count':1,'total_count':3,'total_pages':2}"],
            (string[])["1 2|{'count':2,'total_pages':2}", "3|{'count':1,'total_pages':2}"], // `count` is that of the page.
            (string[])["1 2|{'current_page':1,'total_pages':2}", "3|{'current_page':2,'total_pages':2}"],
            (string[])["1 2|next", "3|"],
            (string[])["1 2|{'total_count':9,'total_pages':1}"], // A single response is no change, even if its meta is inconsistent.
            (string[])["|{'total_count':0,'total_pages':0}"],
            (string[])["1 2|{'total_count':3,'total_pages':2}", "3|"], // Page 2 reports no total.
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task All_readable_resources_are_returned_before_the_change_is_reported(string[] pages, int pageNumber)
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => pages[number - 1]);
        List<string> ids = [];
        List<string> pageIds = [];

        KajabiListChangedException exception = await Assert.ThrowsAsync<KajabiListChangedException>(async () =>
        {
            await foreach (Contact contact in kajabi.Client.Contacts.ListAllContactsAsync())
            {
                ids.Add(contact.Id);
            }
        });
        KajabiListChangedException pagesException = await Assert.ThrowsAsync<KajabiListChangedException>(async () =>
        {
            await foreach (ContactCollection page in kajabi.Client.Contacts.ListAllContactsAsync().WithPrefetch().AsPages())
            {
                pageIds.AddRange(page.Data.Select(contact => contact.Id));
            }
        });

        Assert.Equal(string.Join(' ', pages.Select(page => page.Split('|')[0]).Where(page => page.Length > 0)), string.Join(' ', ids));
        Assert.Equal(ids, pageIds);
        Assert.Equal((pageNumber, (long)ids.Count), (exception.PageNumber, exception.ReadCount));
        Assert.Equal(exception.Message, pagesException.Message);
        Assert.Contains("ReadAllIdsAsync()", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unchanged))]
    public async Task An_unchanged_list_is_read_without_an_exception(string[] pages)
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => pages[number - 1]);

        Assert.Equal(
            pages.Sum(page => page.Split('|')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length),
            (await kajabi.Client.Contacts.ListAllContactsAsync().ReadAllAsync()).Count
        );
    }

    [Fact]
    public async Task The_exception_describes_the_change()
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => number == 1 ? "1 2|{'total_count':4,'total_pages':2}" : "2 3|{'total_count':5,'total_pages':2}");

        KajabiListChangedException exception = await Assert.ThrowsAsync<KajabiListChangedException>(() =>
            CountAsync(kajabi.Client.Contacts.ListAllContactsAsync())
        );

        Assert.Equal((4, 5, 4), (exception.InitialTotalCount, exception.TotalCount, exception.ReadCount));
        Assert.Equal(new ResourceIdentifier("contacts", "2"), exception.Duplicate);
        Assert.Contains("it had 4 resources at first and 5 on page 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_change_detection_all_pages_are_returned_without_an_exception()
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => number == 1 ? "1 2|{'total_count':4,'total_pages':2}" : "4|{'total_count':3,'total_pages':2}");
        PagedEnumerable<ContactCollection, Contact> sequence = kajabi.Client.Contacts.ListAllContactsAsync().WithoutChangeDetection();

        Assert.Equal(3, await CountAsync(sequence));
        Assert.Equal(3, await CountAsync(sequence.WithPrefetch().WithMaxPages(9)));
    }

    [Fact]
    public async Task With_a_page_limit_only_changes_in_the_pages_read_are_reported()
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => $"{number}|{{'total_count':{(number < 3 ? 9 : 8)},'total_pages':9}}");

        Assert.Equal(2, await CountAsync(kajabi.Client.Contacts.ListAllContactsAsync().WithMaxPages(2)));
        KajabiListChangedException exception = await Assert.ThrowsAsync<KajabiListChangedException>(() =>
            CountAsync(kajabi.Client.Contacts.ListAllContactsAsync().WithMaxPages(3))
        );
        Assert.Equal((3, 3), (exception.PageNumber, exception.ReadCount));
    }

    [Fact]
    public async Task Reading_from_a_later_page_detects_changed_totals_but_not_missing_resources()
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => number == 3 ? "5|{'total_count':5,'total_pages':3}" : $"{number}|{{'total_count':5,'total_pages':3}}");
        Assert.Equal(2, await CountAsync(kajabi.Client.Contacts.ListAllContactsAsync(new ListContactsQuery { PageNumber = 2 })));

        kajabi.Network.Clear();
        SetupPages(kajabi, number => $"{number}|{{'total_count':{number},'total_pages':3}}");
        KajabiListChangedException exception = await Assert.ThrowsAsync<KajabiListChangedException>(() =>
            CountAsync(kajabi.Client.Contacts.ListAllContactsAsync(new ListContactsQuery { PageNumber = 2 }))
        );
        Assert.Equal((3, 2L, 3L), (exception.PageNumber, exception.InitialTotalCount, exception.TotalCount));
    }

    [Fact]
    public async Task ReadAllAsync_restarts_when_the_list_changes_and_returns_each_resource_once()
    {
        using TestKajabi kajabi = new();
        int round = 0;
        List<string> requests = SetupPages(
            kajabi,
            number =>
            {
                round += number == 1 ? 1 : 0;
                return (round, number) switch
                {
                    (1, 1) => "1 2|{'total_count':4,'total_pages':2}",
                    (1, _) => "2 3|{'total_count':5,'total_pages':3}",
                    (_, 1) => "0 1|{'total_count':4,'total_pages':2}",
                    _ => "2 3|{'total_count':4,'total_pages':2}",
                };
            }
        );

        IReadOnlyList<Contact> all = await kajabi.Client.Contacts.ListAllContactsAsync().WithMaxPages(2).ReadAllAsync();

        Assert.Equal("0 1 2 3", string.Join(' ', all.Select(contact => contact.Id)));
        Assert.Equal("1 2 1 2", string.Join(' ', requests));
    }

    [Fact]
    public async Task ReadAllAsync_throws_after_three_attempts()
    {
        using TestKajabi kajabi = new();
        List<string> requests = SetupPages(
            kajabi,
            number => number == 1 ? "1|{'total_count':2,'total_pages':2}" : "|{'total_count':1,'total_pages':1}"
        );

        await Assert.ThrowsAsync<KajabiListChangedException>(() => kajabi.Client.Contacts.ListAllContactsAsync().ReadAllAsync());

        Assert.Equal("1 2 1 2 1 2", string.Join(' ', requests));
    }

    [Fact]
    public async Task ReadAllAsync_without_change_detection_returns_a_duplicate_resource_once()
    {
        using TestKajabi kajabi = new();
        SetupPages(kajabi, number => number == 1 ? "1 2|{'total_count':4,'total_pages':2}" : "2 3|{'total_count':5,'total_pages':2}");

        IReadOnlyList<Contact> all = await kajabi.Client.Contacts.ListAllContactsAsync().WithoutChangeDetection().ReadAllAsync();

        Assert.Equal("1 2 3", string.Join(' ', all.Select(contact => contact.Id)));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 2)]
    public async Task Cancellation_while_a_page_is_read_throws_with_the_callers_cancellation_token(bool isPrefetching, int pendingPage)
    {
        using TestKajabi kajabi = new();
        kajabi.RespondWithToken();
        TaskCompletionSource requestReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        kajabi
            .Network.When(Contacts)
            .Respond(async request =>
            {
                if (pendingPage == (request.RequestUri!.Query.Contains("number%5D=2", StringComparison.Ordinal) ? 2 : 1))
                {
                    requestReceived.SetResult();
                    await new TaskCompletionSource().Task;
                }

                return Page("1|{'total_count':2,'total_pages':2}");
            });
        using CancellationTokenSource source = new();
        PagedEnumerable<ContactCollection, Contact> sequence = kajabi.Client.Contacts.ListAllContactsAsync();
        Task<int> reading = CountAsync(isPrefetching ? sequence.WithPrefetch() : sequence, source.Token);

        await requestReceived.Task;
        await source.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    private static async Task<int> CountAsync(IAsyncEnumerable<Contact> contacts, CancellationToken cancellationToken = default)
    {
        int count = 0;
        await foreach (Contact contact in contacts.WithCancellation(cancellationToken))
        {
            count++;
        }

        return count;
    }

    private static List<string> SetupPages(TestKajabi kajabi, Func<int, string> page)
    {
        kajabi.RespondWithToken();
        List<string> requests = [];
        kajabi
            .Network.When(Contacts)
            .Respond(request =>
            {
                string query = Uri.UnescapeDataString(request.RequestUri!.Query);
                string number = query.Split("page[number]=").ElementAtOrDefault(1)?.Split('&')[0] ?? "1";
                requests.Add(number);
                return Page(page(int.Parse(number, CultureInfo.InvariantCulture)));
            });
        return requests;
    }

    /// <summary>Creates a page from its ids and its meta or next link.</summary>
    private static HttpResponseMessage Page(string page)
    {
        string[] parts = page.Split('|');
        string data = string.Join(
            ',',
            parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{ "id": "{{id}}", "type": "contacts" }""")
        );
        string rest = parts[1] switch
        {
            "" => string.Empty,
            "next" => """, "links": { "next": "?page[number]=2" }""",
            string meta => $", \"meta\": {meta.Replace('\'', '"')}",
        };
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent($$"""{ "data": [{{data}}]{{rest}} }""", null, TestKajabi.MediaType),
        };
    }
}
