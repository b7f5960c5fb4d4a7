using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Pages that say too little, too much, or contradict each other. All rows are our own.</summary>
internal static class PagingFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("paging")
            .Add(
                null,
                "GET all contacts",
                "neither links nor meta",
                "one page",
                static stage => PagesAsync(stage, 1, Documents.Page([1], string.Empty))
            )
            .Add(
                null,
                "GET all contacts",
                "an empty first page",
                "nothing, one request",
                static stage => PagesAsync(stage, 1, Documents.Page([], ",\"meta\":{\"current_page\":1,\"total_pages\":9}"))
            )
            .Add(
                null,
                "GET all contacts",
                "an empty page that names a next one",
                "the end",
                static stage =>
                    PagesAsync(stage, 2, Documents.Page([1], Next(2)), Documents.Page([], Next(3)), Documents.Page([9], string.Empty))
            )
            .Add(
                null,
                "GET all contacts",
                "total_pages 0, negative, a text, larger than 32 bits",
                "the end where the data end",
                static async stage =>
                {
                    foreach (string total in (string[])["0", "-1", "\"9\"", "null", "{}", "99999999999"])
                    {
                        stage.Server.Answer(
                            Answers.Ok(Documents.Page([1], ",\"meta\":{\"current_page\":1,\"total_pages\":" + total + "}")),
                            Answers.Ok(Documents.Page([], string.Empty))
                        );
                        Assert.Equal(1, await JsonApiFaults.CountAsync(stage.Client.Contacts.ListAllContactsAsync()));
                    }
                }
            )
            .Add(
                null,
                "GET all contacts",
                "next links with a page number that is no number, 0, huge, or an earlier page",
                "the end or an exception of the SDK, never for ever",
                static async stage =>
                {
                    foreach (string number in (string[])["x", "0", "-5", "99999999999999999999", "1", ""])
                    {
                        stage.Server.Answer(
                            Answers.Ok(Documents.Page([1], ",\"links\":{\"next\":\"/v1/contacts?page[number]=" + number + "\"}"))
                        );
                        Exception? exception = await Record.ExceptionAsync(() =>
                            JsonApiFaults.CountAsync(stage.Client.Contacts.ListAllContactsAsync())
                        );
                        Assert.True(exception is null or KajabiException, exception?.ToString());
                    }

                    Assert.InRange(stage.Server.Requests.Count, 6, 18);
                }
            )
            .Add(
                null,
                "GET all contacts",
                "next that is an object, null, a number, or no address",
                "the end or the next page, nothing thrown",
                static async stage =>
                {
                    foreach (
                        string next in (string[])["""{"href":"/v1/contacts?page[number]=2","meta":{}}""", "null", "5", "\"\"", "\"::::\""]
                    )
                    {
                        stage.Server.Answer(
                            Answers.Ok(Documents.Page([1], ",\"links\":{\"next\":" + next + "}")),
                            Answers.Ok(Documents.Page([], string.Empty))
                        );
                        Assert.Equal(1, await JsonApiFaults.CountAsync(stage.Client.Contacts.ListAllContactsAsync()));
                    }
                }
            )
            .Add(
                null,
                "GET all contacts",
                "503 and 429 between pages",
                "every page once, in order",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(Documents.Page([1], Next(2))),
                        Answers.Status(503),
                        Answers.Ok(Documents.Page([2], Next(3))),
                        Answers.Status(429, "", "Retry-After: 1"),
                        Answers.Ok(Documents.Page([3], string.Empty))
                    );
                    List<string> ids = [];
                    await foreach (Contact contact in stage.Client.Contacts.ListAllContactsAsync())
                    {
                        ids.Add(contact.Id);
                    }

                    Assert.Equal(["1", "2", "3"], ids);
                }
            );

    private static string Next(int number) => ",\"links\":{\"next\":\"/v1/contacts?page[number]=" + number + "\"}";

    private static async Task PagesAsync(Stage stage, int requests, params string[] pages)
    {
        stage.Server.Answer([.. pages.Select(static page => Answers.Ok(page))]);
        await JsonApiFaults.CountAsync(stage.Client.Contacts.ListAllContactsAsync());
        stage.Sent(requests);
    }
}
