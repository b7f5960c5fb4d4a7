using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Answers and settings that would lead a token or a secret elsewhere.</summary>
internal static class OriginFaults
{
    public static FaultSection Redirect { get; } =
        new FaultSection("redirect")
            .Read(
                1,
                "a redirect to another host",
                "not followed, the token stays",
                static async stage =>
                {
                    await using FaultServer elsewhere = new();
                    foreach (int status in (int[])[301, 302, 303, 307, 308])
                    {
                        stage.Server.Answer(Answers.Status(status, "", $"Location: {elsewhere.Address}v1/contacts/123"));
                        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Redirects are not followed");
                    }

                    Assert.Empty(elsewhere.Requests);
                    stage.Sent(5);
                }
            )
            .Read(
                null,
                "a redirect to the same host, to http, to nowhere",
                "not followed",
                static async stage =>
                {
                    foreach (
                        string place in (string[])
                            ["/v1/contacts/9", "http://127.0.0.1:1/", "", "::not an address::", "javascript:alert(1)", "//evil.example/"]
                    )
                    {
                        stage.Server.Answer(Answers.Status(302, "", $"Location: {place}"));
                        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "Redirects are not followed");
                    }

                    stage.Sent(6);
                }
            )
            .Read(
                null,
                "300 and 304 and 399",
                "unexpected answer",
                static async stage =>
                {
                    foreach (int status in (int[])[300, 304, 399])
                    {
                        stage.Server.Answer(Answers.Raw($"HTTP/1.1 {status} Odd\r\n\r\n"));
                        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse);
                    }
                }
            )
            .Add(
                2,
                "POST token",
                "307 to another host",
                "refused, the secret is not posted again",
                static async stage =>
                {
                    await using FaultServer elsewhere = new();
                    stage.Server.AnswerToken(Answers.Status(307, "", $"Location: {elsewhere.Address}v1/oauth/token"));
                    KajabiApiException exception = await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse);
                    Assert.Equal(FaultServer.TokenPath, exception.PathTemplate);
                    Assert.Empty(elsewhere.TokenRequestCount);
                    Assert.Empty(elsewhere.Requests);
                    stage.Sent(0);
                }
            )
            .Add(
                3,
                "POST contact",
                "301, 302, 303 after a POST",
                "no GET that looks like success",
                static async stage =>
                {
                    await using FaultServer elsewhere = new();
                    elsewhere.Answer(Answers.Ok(Documents.Contact));
                    foreach (int status in (int[])[301, 302, 303])
                    {
                        stage.Server.Answer(Answers.Status(status, "", $"Location: {elsewhere.Address}v1/contacts/9"));
                        await stage.FailsAsync(
                            () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                            KajabiErrorKind.UnexpectedResponse,
                            "Redirects are not followed"
                        );
                    }

                    Assert.Empty(elsewhere.Requests);
                    stage.Sent(3);
                }
            );

    public static FaultSection Config { get; } =
        new FaultSection("config")
            .Add(
                1,
                "making a client",
                "a base address that is http and no loopback, or no http at all",
                "refused at once",
                static stage =>
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
                "next links on other hosts, with /api/v1, or relative",
                "the configured origin is asked for the page, nobody else",
                static async stage =>
                {
                    await using FaultServer elsewhere = new();
                    stage.Server.Answer(
                        Answers.Ok(
                            Documents.Page([1], ",\"links\":{\"next\":\"" + elsewhere.Address + "api/v1/contacts?page[number]=2\"}")
                        ),
                        Answers.Ok(
                            Documents.Page(
                                [2],
                                ",\"links\":{\"next\":\"http://www.kajabi.test/api/v1/contacts?page%5Bnumber%5D=3&page%5Bsize%5D=1\"}"
                            )
                        ),
                        Answers.Ok(Documents.Page([3], ",\"links\":{\"next\":\"/v1/contacts?page[number]=4\"}")),
                        Answers.Ok(Documents.Page([4], ",\"links\":{\"next\":null}"))
                    );
                    Assert.Equal(4, await JsonApiFaults.CountAsync(stage.Client.Contacts.ListAllContactsAsync()));
                    Assert.Empty(elsewhere.Requests);
                    Assert.All(stage.Server.Requests, static request => Assert.Equal("/v1/contacts", request.Path));
                    Assert.Equal(
                        ["", "page%5Bnumber%5D=2", "page%5Bnumber%5D=3", "page%5Bnumber%5D=4"],
                        stage.Server.Requests.Select(static request => request.Query)
                    );
                }
            )
            .Add(
                null,
                "making a client",
                "options that cannot work",
                "refused at once, the message without the value of a secret",
                static stage =>
                {
                    (Action<KajabiClientOptions> Change, string Says)[] wrong =
                    [
                        (static options => options.BaseAddress = null!, "BaseAddress"),
                        (static options => options.BaseAddress = new Uri("/v1", UriKind.Relative), "BaseAddress"),
                        (static options => options.Timeout = TimeSpan.Zero, "Timeout"),
                        (static options => options.Timeout = TimeSpan.MaxValue, "Timeout"),
                        (static options => options.MaxResponseBytes = 0, "MaxResponseBytes"),
                        (static options => options.MaxResponseDepth = 1, "MaxResponseDepth"),
                        (static options => options.MaxResponseDepth = 100_000, "MaxResponseDepth"),
                        (static options => options.UserAgent = "a\r\nX: 1", "UserAgent"),
                        (static options => options.ClientSecret = Secrets.ClientSecret + "\n", "ClientSecret"),
                        (static options => options.ClientSecret = "", "ClientSecret"),
                        (static options => options.ClientId = null, "ClientId"),
                        (static options => options.DefaultSiteId = " ", "DefaultSiteId"),
                        (static options => options.AccessToken = "a b", "AccessToken"),
                        (static options => options.RefreshToken = "\r\n", "RefreshToken"),
                    ];
                    foreach ((Action<KajabiClientOptions> change, string says) in wrong)
                    {
                        KajabiClientOptions options = new() { ClientId = Secrets.ClientId, ClientSecret = Secrets.ClientSecret };
                        change(options);
                        ArgumentException refused = Assert.Throws<ArgumentException>(() => new KajabiClient(options));
                        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
                        stage.Recorder.Look(refused);
                    }

                    return Task.CompletedTask;
                }
            )
            .Add(
                null,
                "GET contact",
                "options changed after the client was made from them",
                "the client stays as it was",
                static async stage =>
                {
                    KajabiClientOptions options = new()
                    {
                        ClientId = Secrets.ClientId,
                        ClientSecret = Secrets.ClientSecret,
                        BaseAddress = stage.Server.Address,
                    };
                    using KajabiClient client = new(options, timeProvider: stage.Time);
                    (options.ClientSecret, options.BaseAddress, options.MaxResponseBytes, options.Retry.MaxAttempts) = (
                        "another",
                        new Uri("https://elsewhere.example"),
                        1,
                        1
                    );
                    stage.Server.Answer(Answers.Status(503), Answers.Ok(Documents.Contact));
                    Assert.Equal("Ada", (await client.Contacts.GetContactAsync("123")).Data.Attributes.Name);
                }
            )
            .Add(
                null,
                "two clients",
                "two credentials in one process",
                "each call carries the token of its own",
                static async stage =>
                {
                    (Reply mine, Reply others) = (Answers.Token(token: Secrets.Token(1)), Answers.Token(token: Secrets.Token(2)));
                    stage.Server.AnswerToken(exchange =>
                        (exchange.Request.Text.Contains("client_id=second", StringComparison.Ordinal) ? others : mine)(exchange)
                    );
                    stage.Server.Answer(Answers.Ok(Documents.Contact));
                    using KajabiClient second = new(
                        new KajabiClientOptions
                        {
                            ClientId = "second",
                            ClientSecret = Secrets.ClientSecret,
                            BaseAddress = stage.Server.Address,
                        },
                        timeProvider: stage.Time
                    );
                    await Task.WhenAll(
                        Enumerable
                            .Range(0, 40)
                            .Select(number =>
                                number % 2 == 0
                                    ? stage.Client.WithOptions(new() { Headers = { ["X-Who"] = "1" } }).Contacts.GetContactAsync("1")
                                    : second.WithOptions(new() { Headers = { ["X-Who"] = "2" } }).Contacts.GetContactAsync("1")
                            )
                    );
                    Assert.All(
                        stage.Server.Requests,
                        static request =>
                            Assert.Equal(
                                $"Bearer {Secrets.Token(int.Parse(request.Header("X-Who")!, System.Globalization.CultureInfo.InvariantCulture))}",
                                request.Authorization
                            )
                    );
                }
            )
            .Add(
                null,
                "GET contact",
                "a base address with a path",
                "kept in front of the API's own path",
                static async stage =>
                {
                    stage.With(options => options.BaseAddress = new Uri(stage.Server.Address, "gateway/kajabi/"));
                    stage.Server.Answer(Answers.Token(), Answers.Ok(Documents.Contact));
                    await stage.ReadAsync();
                    Assert.Equal(
                        ["/gateway/kajabi/v1/oauth/token", "/gateway/kajabi/v1/contacts/123"],
                        stage.Server.Requests.Select(static request => request.Path)
                    );
                }
            );
}
