using System.Collections.Concurrent;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;
using Newtonsoft.Json.Linq;

namespace Kajabi.Tests.Rows;

/// <summary>The server dies in the middle of work of many calls: what was done and what was not is exact, and work goes on from there.</summary>
internal static class KillFaults
{
    private const int Pages = 5;
    private const int PerPage = 3;

    public static FaultSection Section { get; } =
        new FaultSection("kill")
            .Add(
                null,
                "GET all contacts",
                "the server dies at the third of five pages, and comes back",
                "the first two pages arrived whole; resuming loses and repeats none",
                static async stage =>
                {
                    bool isDead = true;
                    stage.Server.Answer(exchange =>
                        isDead && PageOf(exchange) == 3 ? Answers.Reset(exchange) : Answers.Ok(Page(PageOf(exchange)))(exchange)
                    );
                    List<string> seen = [];
                    int? next = 1;
                    await stage.FailsAsync(
                        () =>
                            ReadPagesAsync(
                                stage,
                                new ListContactsQuery(),
                                page => (seen, next) = ([.. seen, .. page.Data.Select(static contact => contact.Id)], page.NextPageNumber)
                            ),
                        KajabiErrorKind.Network,
                        "GET /v1/contacts"
                    );
                    Assert.Equal(Ids(1, 2), seen);
                    Assert.Equal(3, next);

                    isDead = false;
                    await ReadPagesAsync(
                        stage,
                        new ListContactsQuery { PageNumber = next },
                        page => seen.AddRange(page.Data.Select(static contact => contact.Id))
                    );
                    Assert.Equal(Ids(1, Pages), seen);
                }
            )
            .Add(
                null,
                "GET all contacts",
                "a page is cut in its middle",
                "not one contact of that page is given out",
                static async stage =>
                {
                    stage.Server.Answer(exchange =>
                        PageOf(exchange) == 2
                            ? Answers.Raw(
                                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Page(2).Length}\r\n\r\n{Page(2)[..(Page(2).Length / 2)]}"
                            )(exchange)
                            : Answers.Ok(Page(PageOf(exchange)))(exchange)
                    );
                    List<string> seen = [];
                    await stage.FailsAsync(
                        async () =>
                        {
                            await foreach (Contact contact in stage.Client.Contacts.ListAllContactsAsync())
                            {
                                seen.Add(contact.Id);
                            }
                        },
                        KajabiErrorKind.Network
                    );
                    Assert.Equal(Ids(1, 1), seen);
                }
            )
            .Add(
                null,
                "POST contacts, one after the other",
                "the server dies after it stored the third and before it answered",
                "two are known as done, one as unknown, none is sent twice; resuming stores each once",
                static async stage =>
                {
                    ConcurrentDictionary<string, int> stored = new();
                    bool isDead = false;
                    int writes = 0;
                    stage.Server.Answer(exchange =>
                        StoreAsync(exchange, stored, () => Interlocked.Increment(ref writes) == 3 && !isDead, () => isDead = true)
                    );
                    string[] emails = [.. Enumerable.Range(1, 5).Select(static number => $"n{number}@example.org")];
                    List<string> done = [];
                    KajabiApiException failure = await stage.FailsAsync(
                        async () =>
                        {
                            foreach (string email in emails)
                            {
                                await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Email = email }, "1");
                                done.Add(email);
                            }
                        },
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    Assert.Equal("POST", failure.Method);
                    Assert.Equal(emails[..2], done);
                    Assert.Equal(3, stored.Count);

                    foreach (string email in emails.Except(done))
                    {
                        await stage.Client.Contacts.SaveContactByEmailAsync(new ContactAttributes { Email = email, Name = "Ada" }, "1");
                    }

                    Assert.Equal(emails, stored.Keys.Order());
                    Assert.All(stored.Values, static times => Assert.Equal(1, times));
                }
            )
            .Add(
                null,
                "DELETE contact",
                "the server dies after the request was read, and nothing listens at the repetition",
                "told as unknown: the first attempt may have done it",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(Documents.Contact),
                        exchange =>
                        {
                            stage.Server.StopListening();
                            return Answers.Reset(exchange);
                        }
                    );
                    await stage.ReadAsync();
                    KajabiApiException failure = await stage.FailsAsync(
                        () => stage.Client.Contacts.DeleteContactAsync("1"),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    Assert.InRange(failure.Attempts, 2, 10);
                }
            )
            .Add(
                null,
                "POST contact",
                "the server is gone before the call",
                "told as not sent, so that it can be repeated",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Documents.Contact));
                    await stage.ReadAsync();
                    await stage.Server.DisposeAsync();
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.Network,
                        "Nothing was sent"
                    );
                }
            );

    private static async Task ReadPagesAsync(Stage stage, ListContactsQuery query, Action<ContactCollection> keep)
    {
        await foreach (ContactCollection page in stage.Client.Contacts.ListAllContactsAsync(query).AsPages())
        {
            keep(page);
        }
    }

    private static int PageOf(Exchange exchange) =>
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
        Documents.Page(
            Enumerable.Range(((number - 1) * PerPage) + 1, PerPage),
            $",\"meta\":{{\"current_page\":{number},\"total_pages\":{Pages}}}"
        );

    private static IEnumerable<string> Ids(int firstPage, int lastPage) =>
        Enumerable
            .Range(((firstPage - 1) * PerPage) + 1, (lastPage - firstPage + 1) * PerPage)
            .Select(static id => id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A small Kajabi: it stores by address, refuses one that is taken, finds it, and dies when it is told to.</summary>
    private static Task StoreAsync(Exchange exchange, ConcurrentDictionary<string, int> stored, Func<bool> dies, Action died)
    {
        if (exchange.Request.Method == "GET")
        {
            string list = string.Join(
                ',',
                stored.Keys.Select(static email => $$"""{"id":"{{email}}","type":"contacts","attributes":{"email":"{{email}}"} }""")
            );
            return Answers.Ok("{\"data\":[" + list + "]}")(exchange);
        }

        string email = (string)JObject.Parse(exchange.Request.Text).SelectToken("data.attributes.email")!;
        if (exchange.Request.Method == "POST" && !stored.TryAdd(email, 1))
        {
            return Answers.Status(
                422,
                """{"errors":[{"status":"422","source":{"pointer":"/data/attributes/email"},"detail":"has already been taken"}]}"""
            )(exchange);
        }

        if (dies())
        {
            died();
            return Answers.Reset(exchange);
        }

        return Answers.Ok(Documents.ContactWith("\"attributes\":{\"email\":\"" + email + "\"}"))(exchange);
    }
}
