using System.Text.Json;
using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Ids, filters, headers and bodies that would break out of their place.</summary>
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
                "filter values with &, #, +, %, brackets, line breaks, other scripts",
                "the server gets back exactly the value, + as %2B and blank as %20",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("""{"data":[]}"""));
                    foreach (string value in s_values)
                    {
                        await stage.Client.Contacts.ListContactsAsync(new ListContactsQuery { Search = value });
                        string query = stage.Server.Requests[^1].Query;
                        Assert.Equal(value, Uri.UnescapeDataString(Assert.Single(query.Split('&')).Split('=')[1]));
                        Assert.Equal("filter[search]", Uri.UnescapeDataString(query.Split('=')[0]));
                        Assert.DoesNotContain('+', query);
                    }
                }
            )
            .Add(
                null,
                "GET contacts",
                "half a surrogate pair in a filter",
                "U+FFFD, or refused before anything is sent",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("""{"data":[]}"""));
                    await stage.Client.Contacts.ListContactsAsync(new ListContactsQuery { Search = "a\ud800" });
                    Assert.EndsWith("=a%EF%BF%BD", stage.Server.Requests[^1].Query, StringComparison.Ordinal);
                }
            )
            .Add(
                null,
                "GET contacts",
                "names of additional parameters with & and =",
                "escaped",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("""{"data":[]}"""));
                    await stage.Client.Contacts.ListContactsAsync(new ListContactsQuery { AdditionalParameters = { ["a&b=c#"] = "1" } });
                    Assert.Equal("a%26b%3Dc%23=1", stage.Server.Requests[^1].Query);
                }
            )
            .Add(
                null,
                "GET contacts",
                "a default site with & and #",
                "escaped",
                static async stage =>
                {
                    stage.With(static options => options.DefaultSiteId = "9&x=1#");
                    stage.Server.Answer(Answers.Ok("""{"data":[]}"""));
                    await stage.Client.Contacts.ListContactsAsync();
                    Assert.Equal("filter%5Bsite_id%5D=9%26x%3D1%23", stage.Server.Requests[^1].Query);
                }
            )
            .Add(
                12,
                "POST contact",
                "quotes, markup, 1 MB, half a surrogate pair, controls",
                "valid JSON on the wire that says the same",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(201, Documents.Contact));
                    foreach (
                        string name in (string[])
                            ["\"quoted\\\"", "</script><!--", new string('é', 1024 * 1024), "\0\u001f\u2028\u2029", "{\"a\":1}", "\r\n"]
                    )
                    {
                        await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = name }, "1");
                        Assert.Equal(name, NameIn(stage.Server.Requests[^1].Body));
                    }

                    await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "a\ud800b\udc00" }, "1");
                    Assert.Equal("a\ufffdb\ufffd", NameIn(stage.Server.Requests[^1].Body));
                }
            )
            .Add(
                null,
                "POST tags of a contact",
                "ids that are paths or quotes",
                "they stand in the body as they are",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Raw("HTTP/1.1 204 No Content\r\n\r\n"));
                    await stage.Client.Contacts.AddContactTagsAsync("1", ["../2", "\"]}"]);
                    using JsonDocument body = JsonDocument.Parse(stage.Server.Requests[^1].Body);
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
                "sent whole, or refused before anything is sent",
                static async stage =>
                {
                    string text = new('x', 100_000);
                    stage.Server.Answer(Answers.Ok(Documents.Contact));
                    foreach (
                        Func<Task> call in (Func<Task>[])
                            [
                                () => stage.Client.Contacts.GetContactAsync(text),
                                () => stage.Client.Contacts.FindContactByEmailAsync(text, "1"),
                            ]
                    )
                    {
                        int before = stage.Server.Requests.Count;
                        Exception? exception = await Record.ExceptionAsync(call);
                        Assert.True(exception is null or KajabiApiException or ArgumentException, exception?.ToString());
                        Assert.True(exception is not ArgumentException || stage.Server.Requests.Count == before);
                        Assert.InRange(exception?.Message.Length ?? 0, 0, 2000);
                    }
                }
            )
            .Add(
                null,
                "any call",
                "a header value with a line break",
                "refused before anything is sent, without quoting it",
                static async stage =>
                {
                    ArgumentException refused = await stage.FailsAsync<ArgumentException>(() =>
                        Task.FromResult(
                            stage.Client.WithOptions(new() { Headers = { ["X-Key"] = $"{Secrets.HeaderValue}\r\nX-Injected: 1" } })
                        )
                    );
                    Assert.Contains("X-Key", refused.Message, StringComparison.Ordinal);
                    stage.Sent(0);
                }
            )
            .Add(
                null,
                "POST contact",
                "a body",
                "Content-Length and JSON:API's media type, no charset",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Status(201, Documents.Contact));
                    await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "é" }, "1");
                    FaultRequest request = stage.Server.Requests[^1];
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
                "Content-Length 0, as servers demand of a POST",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok("""{"data":{"id":"1","type":"purchases"}}"""));
                    await stage.Client.Purchases.CancelPurchaseSubscriptionAsync("1");
                    Assert.Equal("0", stage.Server.Requests[^1].Header("Content-Length"));
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
                "one escaped segment, and nothing else on the wire",
                stage => SeenAsync(stage, id)
            );
        }

        (int? Line, string Id)[] refused =
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
        foreach ((int? line, string id) in refused)
        {
            section.Add(
                line,
                "GET, PATCH, DELETE contact",
                $"the id '{Uri.EscapeDataString(id)}'",
                "ArgumentException before anything is sent",
                stage => RefusedAsync(stage, id)
            );
        }

        return section;
    }

    private static async Task SeenAsync(Stage stage, string id)
    {
        stage.Server.Answer(Answers.Ok(Documents.Contact));
        await stage.Client.Contacts.GetContactAsync(id);
        Assert.Equal("/v1/contacts/" + Uri.EscapeDataString(id), Assert.Single(stage.Server.Requests).Target);
    }

    private static async Task RefusedAsync(Stage stage, string id)
    {
        await stage.FailsAsync<ArgumentException>(() => stage.Client.Contacts.GetContactAsync(id));
        await stage.FailsAsync<ArgumentException>(() => stage.Client.Contacts.DeleteContactAsync(id));
        await stage.FailsAsync<ArgumentException>(() =>
            stage.Client.Contacts.UpdateContactAsync(id, new ContactAttributes { Name = "Ada" })
        );
        Assert.Empty(stage.Server.TokenRequestCount);
        stage.Sent(0);
    }

    private static string? NameIn(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("data").GetProperty("attributes").GetProperty("name").GetString();
    }
}
