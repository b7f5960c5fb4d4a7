using System.Text.Json;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Ids, filters, headers and bodies that attempt an injection.</summary>
internal static class InjectionFaults
{
    private static readonly string[] s_values =
    [
        "a&admin=1#x",
        "a+b c",
        "100%25",
        "[x]",
        "é日👩‍💻",
        "a\r\nX-Injected: 1",
        "a;b=c",
        "a/../b",
        "\"'`",
        "%00",
        "a=b",
        "?",
    ];

    public static FaultSection Section { get; } =
        Ids(new FaultSection("injection"))
            .Add(
                11,
                "GET contacts",
                "filter values with &, #, +, %, brackets, line breaks, non-ASCII characters",
                "the server decodes exactly the value, + is sent as %2B and a space as %20",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("""{"data":[]}"""));
                    foreach (string value in s_values)
                    {
                        await scenario.Client.Contacts.ListContactsAsync(new ListContactsQuery { Search = value });
                        string query = scenario.Server.Requests[^1].Query;
                        Assert.Equal(value, Uri.UnescapeDataString(Assert.Single(query.Split('&')).Split('=')[1]));
                        Assert.Equal("filter[search]", Uri.UnescapeDataString(query.Split('=')[0]));
                        Assert.DoesNotContain('+', query);
                    }
                }
            )
            .Add(
                null,
                "GET contacts",
                "a lone surrogate in a filter",
                "U+FFFD, or rejected before sending",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("""{"data":[]}"""));
                    await scenario.Client.Contacts.ListContactsAsync(new ListContactsQuery { Search = "a\ud800" });
                    Assert.EndsWith("=a%EF%BF%BD", scenario.Server.Requests[^1].Query, StringComparison.Ordinal);
                }
            )
            .Add(
                null,
                "GET contacts",
                "names of additional parameters with & and =",
                "escaped",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("""{"data":[]}"""));
                    await scenario.Client.Contacts.ListContactsAsync(new ListContactsQuery { AdditionalParameters = { ["a&b=c#"] = "1" } });
                    Assert.Equal("a%26b%3Dc%23=1", scenario.Server.Requests[^1].Query);
                }
            )
            .Add(
                null,
                "GET contacts",
                "a default site with & and #",
                "escaped",
                static async scenario =>
                {
                    scenario.Configure(static options => options.DefaultSiteId = "9&x=1#");
                    scenario.Server.Respond(Responses.Ok("""{"data":[]}"""));
                    await scenario.Client.Contacts.ListContactsAsync();
                    Assert.Equal("filter%5Bsite_id%5D=9%26x%3D1%23", scenario.Server.Requests[^1].Query);
                }
            )
            .Add(
                12,
                "POST contact",
                "quotes, markup, 1 MB, a lone surrogate, control characters",
                "valid JSON with the same value",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(201, TestDocuments.Contact));
                    foreach (
                        string name in (string[])
                            ["\"quoted\\\"", "</script><!--", new string('é', 1024 * 1024), "\0\u001f\u2028\u2029", "{\"a\":1}", "\r\n"]
                    )
                    {
                        await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = name }, "1");
                        Assert.Equal(name, ReadName(scenario.Server.Requests[^1].Body));
                    }

                    await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "a\ud800b\udc00" }, "1");
                    Assert.Equal("a\ufffdb\ufffd", ReadName(scenario.Server.Requests[^1].Body));
                }
            )
            .Add(
                null,
                "POST tags of a contact",
                "ids that are paths or quotes",
                "sent unchanged in the body",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Raw("HTTP/1.1 204 No Content\r\n\r\n"));
                    await scenario.Client.Contacts.AddContactTagsAsync("1", ["../2", "\"]}"]);
                    using JsonDocument body = JsonDocument.Parse(scenario.Server.Requests[^1].Body);
                    Assert.Equal(
                        ["../2", "\"]}"],
                        body.RootElement.GetProperty("data").EnumerateArray().Select(static one => one.GetProperty("id").GetString())
                    );
                }
            )
            .Add(
                null,
                "GET contact, GET contacts",
                "an id and a filter of 100,000 characters",
                "sent completely, or rejected before sending",
                static async scenario =>
                {
                    string text = new('x', 100_000);
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Contact));
                    foreach (
                        Func<Task> call in (Func<Task>[])
                            [
                                () => scenario.Client.Contacts.GetContactAsync(text),
                                () => scenario.Client.Contacts.FindContactByEmailAsync(text, "1"),
                            ]
                    )
                    {
                        int before = scenario.Server.Requests.Count;
                        Exception? exception = await Record.ExceptionAsync(call);
                        Assert.True(exception is null or KajabiApiException or ArgumentException, exception?.ToString());
                        Assert.True(exception is not ArgumentException || scenario.Server.Requests.Count == before);
                        Assert.InRange(exception?.Message.Length ?? 0, 0, 2000);
                    }
                }
            )
            .Add(
                null,
                "any call",
                "a header value with a line break",
                "rejected before sending, without the value in the message",
                static async scenario =>
                {
                    ArgumentException rejected = await scenario.AssertFailsAsync<ArgumentException>(() =>
                        Task.FromResult(
                            scenario.Client.WithOptions(new() { Headers = { ["X-Key"] = $"{TestSecrets.HeaderValue}\r\nX-Injected: 1" } })
                        )
                    );
                    Assert.Contains("X-Key", rejected.Message, StringComparison.Ordinal);
                    scenario.AssertRequestCount(0);
                }
            )
            .Add(
                null,
                "POST contact",
                "a body",
                "Content-Length and the JSON:API media type, no charset",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Status(201, TestDocuments.Contact));
                    await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "é" }, "1");
                    FaultRequest request = scenario.Server.Requests[^1];
                    Assert.Equal(
                        ("application/vnd.api+json", request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                        (request.Header("Content-Type"), request.Header("Content-Length"))
                    );
                }
            )
            .Add(
                null,
                "cancel subscription",
                "no body",
                "Content-Length 0, which servers require for a POST",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok("""{"data":{"id":"1","type":"purchases"}}"""));
                    await scenario.Client.Purchases.CancelPurchaseSubscriptionAsync("1");
                    Assert.Equal("0", scenario.Server.Requests[^1].Header("Content-Length"));
                }
            );

    private static FaultSection Ids(FaultSection section)
    {
        (int? Line, string Id)[] kept =
        [
            (1, "1/../2"),
            (2, "1/2"),
            (3, "1#x"),
            (4, "100%"),
            (6, "1\\..\\2"),
            (7, "1;jsessionid=x"),
            (null, "1?a=b"),
            (null, "%2e%2e"),
            (null, "%2F"),
            (null, "1 2"),
            (null, "é"),
            (null, "a+b"),
            (null, "http://evil.example/"),
            (null, "//evil.example"),
            (null, "..."),
        ];
        foreach ((int? line, string id) in kept)
        {
            section.Add(
                line,
                "GET contact",
                $"the id '{id}'",
                "sent as one escaped path segment",
                scenario => AssertEscapedAsync(scenario, id)
            );
        }

        (int? Line, string Id)[] rejected =
        [
            (5, "1\0"),
            (8, ""),
            (9, " "),
            (10, ".."),
            (null, "."),
            (null, "1\r\n2"),
            (null, "\t"),
            (null, "\u0085"),
        ];
        foreach ((int? line, string id) in rejected)
        {
            section.Add(
                line,
                "GET, PATCH, DELETE contact",
                $"the id '{Uri.EscapeDataString(id)}'",
                "ArgumentException before sending",
                scenario => AssertRejectedAsync(scenario, id)
            );
        }

        return section;
    }

    private static async Task AssertEscapedAsync(FaultScenario scenario, string id)
    {
        scenario.Server.Respond(Responses.Ok(TestDocuments.Contact));
        await scenario.Client.Contacts.GetContactAsync(id);
        Assert.Equal("/v1/contacts/" + Uri.EscapeDataString(id), Assert.Single(scenario.Server.Requests).Target);
    }

    private static async Task AssertRejectedAsync(FaultScenario scenario, string id)
    {
        await scenario.AssertFailsAsync<ArgumentException>(() => scenario.Client.Contacts.GetContactAsync(id));
        await scenario.AssertFailsAsync<ArgumentException>(() => scenario.Client.Contacts.DeleteContactAsync(id));
        await scenario.AssertFailsAsync<ArgumentException>(() =>
            scenario.Client.Contacts.UpdateContactAsync(id, new ContactAttributes { Name = "Ada" })
        );
        Assert.Empty(scenario.Server.TokenRequests);
        scenario.AssertRequestCount(0);
    }

    private static string? ReadName(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("data").GetProperty("attributes").GetProperty("name").GetString();
    }
}
