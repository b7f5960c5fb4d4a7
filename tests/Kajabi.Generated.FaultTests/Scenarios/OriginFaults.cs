using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Responses and settings that would send a token or a secret to another host.</summary>
internal static class OriginFaults
{
    public static FaultSection Redirect { get; } =
        new FaultSection("redirect")
            .Read(
                1,
                "a redirect to another host",
                "not followed, the token is not sent",
                static async scenario =>
                {
                    await using FaultServer otherServer = new();
                    foreach (int status in (int[])[301, 302, 303, 307, 308])
                    {
                        scenario.Server.Respond(Responses.Status(status, "", $"Location: {otherServer.Address}v1/contacts/123"));
                        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Redirects are not followed");
                    }

                    Assert.Empty(otherServer.Requests);
                    scenario.AssertRequestCount(5);
                }
            )
            .Read(
                null,
                "a redirect to the same host, to http, to invalid locations",
                "not followed",
                static async scenario =>
                {
                    foreach (
                        string location in (string[])
                            ["/v1/contacts/9", "http://127.0.0.1:1/", "", "::not an address::", "javascript:alert(1)", "//evil.example/"]
                    )
                    {
                        scenario.Server.Respond(Responses.Status(302, "", $"Location: {location}"));
                        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Redirects are not followed");
                    }

                    scenario.AssertRequestCount(6);
                }
            )
            .Read(
                null,
                "300 and 304 and 399",
                "unexpected response",
                static async scenario =>
                {
                    foreach (int status in (int[])[300, 304, 399])
                    {
                        scenario.Server.Respond(Responses.Raw($"HTTP/1.1 {status} Test\r\n\r\n"));
                        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse);
                    }
                }
            )
            .Add(
                2,
                "POST token",
                "307 to another host",
                "rejected, the secret is not sent again",
                static async scenario =>
                {
                    await using FaultServer otherServer = new();
                    scenario.Server.RespondToTokenRequests(Responses.Status(307, "", $"Location: {otherServer.Address}v1/oauth/token"));
                    KajabiApiException exception = await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse);
                    Assert.Equal(FaultServer.TokenPath, exception.PathTemplate);
                    Assert.Empty(otherServer.TokenRequests);
                    Assert.Empty(otherServer.Requests);
                    scenario.AssertRequestCount(0);
                }
            )
            .Add(
                3,
                "POST contact",
                "301, 302, 303 after a POST",
                "error, no GET request that would look like success",
                static async scenario =>
                {
                    await using FaultServer otherServer = new();
                    otherServer.Respond(Responses.Ok(TestDocuments.Contact));
                    foreach (int status in (int[])[301, 302, 303])
                    {
                        scenario.Server.Respond(Responses.Status(status, "", $"Location: {otherServer.Address}v1/contacts/9"));
                        await scenario.AssertFailsAsync(
                            () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                            KajabiErrorKind.UnexpectedResponse,
                            "Redirects are not followed"
                        );
                    }

                    Assert.Empty(otherServer.Requests);
                    scenario.AssertRequestCount(3);
                }
            );

    public static FaultSection Config { get; } =
        new FaultSection("config")
            .Add(
                1,
                "creating a client",
                "a base address with http on a non-loopback host, or another scheme",
                "rejected immediately",
                static scenario =>
                {
                    foreach (
                        string address in (string[])
                            [
                                "http://api.kajabi.com",
                                "http://127.0.0.1.evil.example",
                                "http://localhost.evil.example",
                                "ftp://localhost",
                                "file:///etc/passwd",
                                "https://user:pass@api.kajabi.com",
                                "https://api.kajabi.com?x=1",
                                "https://api.kajabi.com#x",
                            ]
                    )
                    {
                        Assert.Throws<ArgumentException>(() =>
                            new KajabiClient(
                                new KajabiClientOptions
                                {
                                    ClientId = "c",
                                    ClientSecret = "s",
                                    BaseAddress = new Uri(address),
                                }
                            )
                        );
                    }

                    return Task.CompletedTask;
                }
            )
            .Add(
                2,
                "GET all contacts",
                "next links with other hosts, with /api/v1, or relative",
                "the page is requested from the configured host only",
                static async scenario =>
                {
                    await using FaultServer otherServer = new();
                    scenario.Server.Respond(
                        Responses.Ok(
                            TestDocuments.Page([1], ",\"links\":{\"next\":\"" + otherServer.Address + "api/v1/contacts?page[number]=2\"}")
                        ),
                        Responses.Ok(
                            TestDocuments.Page(
                                [2],
                                ",\"links\":{\"next\":\"http://www.kajabi.test/api/v1/contacts?page%5Bnumber%5D=3&page%5Bsize%5D=1\"}"
                            )
                        ),
                        Responses.Ok(TestDocuments.Page([3], ",\"links\":{\"next\":\"/v1/contacts?page[number]=4\"}")),
                        Responses.Ok(TestDocuments.Page([4], ",\"links\":{\"next\":null}"))
                    );
                    Assert.Equal(4, await JsonApiFaults.CountAsync(scenario.Client.Contacts.ListAllContactsAsync()));
                    Assert.Empty(otherServer.Requests);
                    Assert.All(scenario.Server.Requests, static request => Assert.Equal("/v1/contacts", request.Path));
                    Assert.Equal(
                        ["", "page%5Bnumber%5D=2", "page%5Bnumber%5D=3", "page%5Bnumber%5D=4"],
                        scenario.Server.Requests.Select(static request => request.Query)
                    );
                }
            )
            .Add(
                null,
                "creating a client",
                "invalid options",
                "rejected immediately, without secrets in the message",
                static scenario =>
                {
                    (Action<KajabiClientOptions> Change, string MessagePart)[] wrong =
                    [
                        (static options => options.BaseAddress = null!, "BaseAddress"),
                        (static options => options.BaseAddress = new Uri("/v1", UriKind.Relative), "BaseAddress"),
                        (static options => options.Timeout = TimeSpan.Zero, "Timeout"),
                        (static options => options.Timeout = TimeSpan.MaxValue, "Timeout"),
                        (static options => options.MaxResponseBytes = 0, "MaxResponseBytes"),
                        (static options => options.MaxResponseDepth = 1, "MaxResponseDepth"),
                        (static options => options.MaxResponseDepth = 100_000, "MaxResponseDepth"),
                        (static options => options.UserAgent = "a\r\nX: 1", "UserAgent"),
                        (static options => options.ClientSecret = TestSecrets.ClientSecret + "\n", "ClientSecret"),
                        (static options => options.ClientSecret = "", "ClientSecret"),
                        (static options => options.ClientId = null, "ClientId"),
                        (static options => options.DefaultSiteId = " ", "DefaultSiteId"),
                        (static options => options.AccessToken = "a b", "AccessToken"),
                        (static options => options.RefreshToken = "\r\n", "RefreshToken"),
                    ];
                    foreach ((Action<KajabiClientOptions> change, string messageParts) in wrong)
                    {
                        KajabiClientOptions options = new() { ClientId = TestSecrets.ClientId, ClientSecret = TestSecrets.ClientSecret };
                        change(options);
                        ArgumentException rejected = Assert.Throws<ArgumentException>(() => new KajabiClient(options));
                        Assert.Contains(messageParts, rejected.Message, StringComparison.Ordinal);
                        scenario.LeakDetector.Inspect(rejected);
                    }

                    return Task.CompletedTask;
                }
            )
            .Add(
                null,
                "GET contact",
                "options changed after the client was created",
                "the client is not affected",
                static async scenario =>
                {
                    KajabiClientOptions options = new()
                    {
                        ClientId = TestSecrets.ClientId,
                        ClientSecret = TestSecrets.ClientSecret,
                        BaseAddress = scenario.Server.Address,
                    };
                    using KajabiClient client = new(options, timeProvider: scenario.Time);
                    (options.ClientSecret, options.BaseAddress, options.MaxResponseBytes, options.Retry.MaxAttempts) = (
                        "another",
                        new Uri("https://elsewhere.example"),
                        1,
                        1
                    );
                    scenario.Server.Respond(Responses.Status(503), Responses.Ok(TestDocuments.Contact));
                    Assert.Equal("Ada", (await client.Contacts.GetContactAsync("123")).Data.Attributes.Name);
                }
            )
            .Add(
                null,
                "two clients",
                "two credentials in one process",
                "each call sends its own token",
                static async scenario =>
                {
                    (ResponseWriter mine, ResponseWriter others) = (
                        Responses.Token(token: TestSecrets.Token(1)),
                        Responses.Token(token: TestSecrets.Token(2))
                    );
                    scenario.Server.RespondToTokenRequests(exchange =>
                        (exchange.Request.Text.Contains("client_id=second", StringComparison.Ordinal) ? others : mine)(exchange)
                    );
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Contact));
                    using KajabiClient second = new(
                        new KajabiClientOptions
                        {
                            ClientId = "second",
                            ClientSecret = TestSecrets.ClientSecret,
                            BaseAddress = scenario.Server.Address,
                        },
                        timeProvider: scenario.Time
                    );
                    await Task.WhenAll(
                        Enumerable
                            .Range(0, 40)
                            .Select(number =>
                                number % 2 == 0
                                    ? scenario.Client.WithOptions(new() { Headers = { ["X-Client"] = "1" } }).Contacts.GetContactAsync("1")
                                    : second.WithOptions(new() { Headers = { ["X-Client"] = "2" } }).Contacts.GetContactAsync("1")
                            )
                    );
                    Assert.All(
                        scenario.Server.Requests,
                        static request =>
                        {
                            int client = int.Parse(request.Header("X-Client")!, System.Globalization.CultureInfo.InvariantCulture);
                            Assert.Equal($"Bearer {TestSecrets.Token(client)}", request.Authorization);
                        }
                    );
                }
            )
            .Add(
                null,
                "GET contact",
                "a base address with a path",
                "used as a prefix of the API path",
                static async scenario =>
                {
                    scenario.Configure(options => options.BaseAddress = new Uri(scenario.Server.Address, "gateway/kajabi/"));
                    scenario.Server.Respond(Responses.Token(), Responses.Ok(TestDocuments.Contact));
                    await scenario.ReadAsync();
                    Assert.Equal(
                        ["/gateway/kajabi/v1/oauth/token", "/gateway/kajabi/v1/contacts/123"],
                        scenario.Server.Requests.Select(static request => request.Path)
                    );
                }
            );
}
