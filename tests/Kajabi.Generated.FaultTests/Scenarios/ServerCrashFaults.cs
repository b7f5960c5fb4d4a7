using System.Collections.Concurrent;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Scenarios;

/// <summary>The server crashes while many calls are made: the result of each call is exact, and the work can be resumed.</summary>
internal static class ServerCrashFaults
{
    private const int Pages = 5;
    private const int PerPage = 3;

    public static FaultSection Section { get; } =
        new FaultSection("server crash")
            .Add(
                null,
                "GET all contacts",
                "the server crashes at the third of five pages, and restarts",
                "the first two pages are complete; resuming skips and duplicates none",
                static async scenario =>
                {
                    bool isDown = true;
                    scenario.Server.Respond(exchange =>
                        isDown && GetPageNumber(exchange) == 3
                            ? Responses.Reset(exchange)
                            : Responses.Ok(Page(GetPageNumber(exchange)))(exchange)
                    );
                    List<string> read = [];
                    int? next = 1;
                    await scenario.AssertFailsAsync(
                        () =>
                            ReadPagesAsync(
                                scenario,
                                new ListContactsQuery(),
                                page => (read, next) = ([.. read, .. page.Data.Select(static contact => contact.Id)], page.NextPageNumber)
                            ),
                        KajabiErrorKind.Network,
                        "GET /v1/contacts"
                    );
                    Assert.Equal(Ids(1, 2), read);
                    Assert.Equal(3, next);

                    isDown = false;
                    await ReadPagesAsync(
                        scenario,
                        new ListContactsQuery { PageNumber = next },
                        page => read.AddRange(page.Data.Select(static contact => contact.Id))
                    );
                    Assert.Equal(Ids(1, Pages), read);
                }
            )
            .Add(
                null,
                "GET all contacts",
                "a truncated page",
                "no contact of that page is returned",
                static async scenario =>
                {
                    string page = Page(2);
                    string head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {page.Length}\r\n\r\n";
                    scenario.Server.Respond(exchange =>
                        GetPageNumber(exchange) == 2
                            ? Responses.Raw(head + page[..(page.Length / 2)])(exchange)
                            : Responses.Ok(Page(GetPageNumber(exchange)))(exchange)
                    );
                    List<string> read = [];
                    await scenario.AssertFailsAsync(
                        async () =>
                        {
                            await foreach (Contact contact in scenario.Client.Contacts.ListAllContactsAsync())
                            {
                                read.Add(contact.Id);
                            }
                        },
                        KajabiErrorKind.Network
                    );
                    Assert.Equal(Ids(1, 1), read);
                }
            )
            .Add(
                null,
                "POST contacts, sequentially",
                "the server crashes after storing the third and before responding",
                "two succeed, one is reported as unknown, none is sent twice; resuming stores each once",
                static async scenario =>
                {
                    ConcurrentDictionary<string, int> stored = new();
                    bool isDown = false;
                    int writes = 0;
                    scenario.Server.Respond(exchange =>
                        StoreAsync(exchange, stored, () => Interlocked.Increment(ref writes) == 3 && !isDown, () => isDown = true)
                    );
                    string[] emails = [.. Enumerable.Range(1, 5).Select(static number => $"n{number}@example.org")];
                    List<string> done = [];
                    KajabiApiException failure = await scenario.AssertFailsAsync(
                        async () =>
                        {
                            foreach (string email in emails)
                            {
                                await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Email = email }, "1");
                                done.Add(email);
                            }
                        },
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    Assert.Equal("POST", failure.Method);
                    Assert.Equal(emails[..2], done);
                    Assert.Equal(3, stored.Count);

                    foreach (string email in emails.Except(done))
                    {
                        await scenario.Client.Contacts.SaveContactByEmailAsync(new ContactAttributes { Email = email, Name = "Ada" }, "1");
                    }

                    Assert.Equal(emails, stored.Keys.Order());
                    Assert.All(stored.Values, static times => Assert.Equal(1, times));
                }
            )
            .Add(
                null,
                "DELETE contact",
                "the server crashes after reading the request and is down at the retry",
                "reported as unknown: the first attempt may have been processed",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(TestDocuments.Contact),
                        exchange =>
                        {
                            scenario.Server.StopListening();
                            return Responses.Reset(exchange);
                        }
                    );
                    await scenario.ReadAsync();
                    KajabiApiException failure = await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.DeleteContactAsync("1"),
                        KajabiErrorKind.Network,
                        "may have processed one of its"
                    );
                    Assert.InRange(failure.Attempts, 2, 10);
                }
            )
            .Add(
                null,
                "POST contact",
                "the server is down before the call",
                "reported as not sent, so that it can be retried",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Contact));
                    await scenario.ReadAsync();
                    await scenario.Server.DisposeAsync();
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.Network,
                        "Nothing was sent"
                    );
                }
            );

    private static async Task ReadPagesAsync(FaultScenario scenario, ListContactsQuery query, Action<ContactCollection> onPage)
    {
        await foreach (ContactCollection page in scenario.Client.Contacts.ListAllContactsAsync(query).AsPages())
        {
            onPage(page);
        }
    }

    private static int GetPageNumber(HttpExchange exchange) =>
        int.Parse(
            exchange
                .Request.Query.Split('&')
                .Select(static pair => pair.Split('='))
                .FirstOrDefault(static pair => pair[0] == "page%5Bnumber%5D")
                ?[1]
                ?? "1",
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static string Page(int number) =>
        TestDocuments.Page(
            Enumerable.Range(((number - 1) * PerPage) + 1, PerPage),
            $",\"meta\":{{\"current_page\":{number},\"total_pages\":{Pages}}}"
        );

    private static IEnumerable<string> Ids(int firstPage, int lastPage) =>
        Enumerable
            .Range(((firstPage - 1) * PerPage) + 1, (lastPage - firstPage + 1) * PerPage)
            .Select(static id => id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A minimal API: stores contacts by e-mail address, rejects duplicates, finds contacts, and crashes on request.</summary>
    private static Task StoreAsync(HttpExchange exchange, ConcurrentDictionary<string, int> stored, Func<bool> shouldCrash, Action onCrash)
    {
        if (exchange.Request.Method == "GET")
        {
            string list = string.Join(
                ',',
                stored.Keys.Select(static email => $$"""{"id":"{{email}}","type":"contacts","attributes":{"email":"{{email}}"} }""")
            );
            return Responses.Ok("{\"data\":[" + list + "]}")(exchange);
        }

        string email = (string)JObject.Parse(exchange.Request.Text).SelectToken("data.attributes.email")!;
        if (exchange.Request.Method == "POST" && !stored.TryAdd(email, 1))
        {
            return Responses.Status(
                422,
                """{"errors":[{"status":"422","source":{"pointer":"/data/attributes/email"},"detail":"has already been taken"}]}"""
            )(exchange);
        }

        if (shouldCrash())
        {
            onCrash();
            return Responses.Reset(exchange);
        }

        return Responses.Ok(TestDocuments.ContactWith("\"attributes\":{\"email\":\"" + email + "\"}"))(exchange);
    }
}
