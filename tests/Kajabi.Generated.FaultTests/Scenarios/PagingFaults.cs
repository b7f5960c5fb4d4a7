using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Missing, wrong or contradictory paging information. No row is from the reference list.</summary>
internal static class PagingFaults
{
    public static FaultSection Section { get; } =
        new FaultSection("paging")
            .Add(
                null,
                "GET all contacts",
                "neither links nor meta",
                "one page",
                static scenario => AssertRequestCountAsync(scenario, 1, TestDocuments.Page([1], string.Empty))
            )
            .Add(
                null,
                "GET all contacts",
                "an empty first page",
                "nothing, one request",
                static scenario =>
                    AssertRequestCountAsync(scenario, 1, TestDocuments.Page([], ",\"meta\":{\"current_page\":1,\"total_pages\":9}"))
            )
            .Add(
                null,
                "GET all contacts",
                "an empty page with a next link",
                "the enumeration ends",
                static scenario =>
                    AssertRequestCountAsync(
                        scenario,
                        2,
                        TestDocuments.Page([1], Next(2)),
                        TestDocuments.Page([], Next(3)),
                        TestDocuments.Page([9], string.Empty)
                    )
            )
            .Add(
                null,
                "GET all contacts",
                "total_pages 0, negative, a string, larger than 32 bits",
                "the enumeration ends with the data",
                static async scenario =>
                {
                    foreach (string total in (string[])["0", "-1", "\"9\"", "null", "{}", "99999999999"])
                    {
                        scenario.Server.Respond(
                            Responses.Ok(TestDocuments.Page([1], ",\"meta\":{\"current_page\":1,\"total_pages\":" + total + "}")),
                            Responses.Ok(TestDocuments.Page([], string.Empty))
                        );
                        Assert.Equal(1, await JsonApiFaults.CountAsync(scenario.Client.Contacts.ListAllContactsAsync()));
                    }
                }
            )
            .Add(
                null,
                "GET all contacts",
                "next links with a page number that is not a number, 0, huge, or an earlier page",
                "the enumeration ends, or an exception of the SDK",
                static async scenario =>
                {
                    foreach (string number in (string[])["x", "0", "-5", "99999999999999999999", "1", ""])
                    {
                        scenario.Server.Respond(
                            Responses.Ok(TestDocuments.Page([1], ",\"links\":{\"next\":\"/v1/contacts?page[number]=" + number + "\"}"))
                        );
                        Exception? exception = await Record.ExceptionAsync(() =>
                            JsonApiFaults.CountAsync(scenario.Client.Contacts.ListAllContactsAsync())
                        );
                        Assert.True(exception is null or KajabiException, exception?.ToString());
                    }

                    Assert.InRange(scenario.Server.Requests.Count, 6, 18);
                }
            )
            .Add(
                null,
                "GET all contacts",
                "next as an object, null, a number, or an invalid URL",
                "the enumeration ends or continues, nothing is thrown",
                static async scenario =>
                {
                    foreach (
                        string next in (string[])["""{"href":"/v1/contacts?page[number]=2","meta":{}}""", "null", "5", "\"\"", "\"::::\""]
                    )
                    {
                        scenario.Server.Respond(
                            Responses.Ok(TestDocuments.Page([1], ",\"links\":{\"next\":" + next + "}")),
                            Responses.Ok(TestDocuments.Page([], string.Empty))
                        );
                        Assert.Equal(1, await JsonApiFaults.CountAsync(scenario.Client.Contacts.ListAllContactsAsync()));
                    }
                }
            )
            .Add(
                null,
                "GET all contacts",
                "503 and 429 between pages",
                "every page once, in order",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(TestDocuments.Page([1], Next(2))),
                        Responses.Status(503),
                        Responses.Ok(TestDocuments.Page([2], Next(3))),
                        Responses.Status(429, "", "Retry-After: 1"),
                        Responses.Ok(TestDocuments.Page([3], string.Empty))
                    );
                    List<string> ids = [];
                    await foreach (Contact contact in scenario.Client.Contacts.ListAllContactsAsync())
                    {
                        ids.Add(contact.Id);
                    }

                    Assert.Equal(["1", "2", "3"], ids);
                }
            );

    private static string Next(int number) => ",\"links\":{\"next\":\"/v1/contacts?page[number]=" + number + "\"}";

    private static async Task AssertRequestCountAsync(FaultScenario scenario, int requests, params string[] pages)
    {
        scenario.Server.Respond([.. pages.Select(static page => Responses.Ok(page))]);
        await JsonApiFaults.CountAsync(scenario.Client.Contacts.ListAllContactsAsync());
        scenario.AssertRequestCount(requests);
    }
}
