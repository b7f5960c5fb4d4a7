using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Connections that break, drip, hang, or speak something else.</summary>
internal static class TimeFaults
{
    private static readonly string s_interim = "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n";
    private static readonly string s_ok =
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Documents.Contact.Length}\r\n\r\n{Documents.Contact}";

    public static FaultSection Section { get; } =
        new FaultSection("time")
            .Read(
                1,
                "a byte a second for ever",
                "timeout of the SDK",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Drip(stage.Time));
                    await stage.ReadFailsAsync(KajabiErrorKind.Timeout, "GET /v1/contacts/{id}", "can be retried");
                }
            )
            .Read(
                2,
                "accepted, then silence",
                "timeout of the SDK, no TaskCanceledException",
                Answers.Silence,
                static async stage =>
                {
                    Task<KajabiApiException> failure = stage.ReadFailsAsync(KajabiErrorKind.Timeout);
                    await stage.Server.ArrivedAsync(1);
                    await stage.PassTimeAsync(failure);
                    await failure;
                }
            )
            .Add(
                2,
                "POST contact",
                "accepted, then silence",
                "timeout that says the outcome is unknown, sent once",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Silence);
                    Task<KajabiApiException> failure = stage.FailsAsync(
                        () => stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.Timeout,
                        "may have processed"
                    );
                    await stage.Server.ArrivedAsync(1);
                    await stage.PassTimeAsync(failure);
                    await failure;
                    stage.Sent(1);
                }
            )
            .Read(
                3,
                "reset after the request was read, then well",
                "read at the second attempt",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Reset, Answers.Ok(Documents.Contact));
                    await BodyFaults.ReadsAsync(stage);
                    stage.Sent(2);
                }
            )
            .Add(
                3,
                "POST offers of a contact, submit form, cancel subscription",
                "reset after the request was read",
                "transport error that says the outcome is unknown, sent once",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Reset);
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.GrantContactOffersAsync("1", ["5"], WelcomeEmail.Send),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    await stage.FailsAsync(
                        () => stage.Client.Forms.SubmitFormAsync("1", new FormSubmissionAttributes { Email = "ada@example.com" }),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    await stage.FailsAsync(
                        () => stage.Client.Purchases.CancelPurchaseSubscriptionAsync("1"),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    stage.Sent(3);
                }
            )
            .Add(
                3,
                "PATCH and DELETE relationship, PATCH contact",
                "reset after the request was read",
                "transport error that says the outcome is unknown, sent once",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Reset);
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.ReplaceContactTagsAsync("1", ["5"]),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.RemoveContactTagsAsync("1", ["5"]),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    await stage.FailsAsync(
                        () => stage.Client.Contacts.UpdateContactAsync("1", new ContactAttributes { Name = "Ada" }),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    stage.Sent(3);
                }
            )
            .Add(
                null,
                "cancel subscription",
                "a connection kept alive is closed after the request without a body was read",
                "sent once: nobody may repeat it in silence",
                static async stage =>
                {
                    stage.Server.Answer(
                        Answers.Ok(Documents.Contact),
                        Answers.Close,
                        Answers.Ok("""{"data":{"id":"1","type":"purchases"}}""")
                    );
                    await stage.ReadAsync();
                    await stage.FailsAsync(
                        () => stage.Client.Purchases.CancelPurchaseSubscriptionAsync("1"),
                        KajabiErrorKind.Network,
                        "may have processed"
                    );
                    stage.Sent(2);
                }
            )
            .Add(
                null,
                "GET contact, POST contact",
                "the server closes the connection between two calls",
                "the next call opens another",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Raw(s_ok));
                    stage.Server.AnswerToken(
                        Answers.Both(Answers.Token(), static exchange => Task.FromResult(exchange.IsKeptAlive = false))
                    );
                    for (int call = 0; call < 5; call++)
                    {
                        await BodyFaults.ReadsAsync(stage);
                        await stage.Server.AllClosedAsync();
                        await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                        await stage.Server.AllClosedAsync();
                    }

                    stage.Sent(10);
                }
            )
            .Read(
                4,
                "nothing listens",
                "transport error, nothing was carried out, ends",
                static async stage =>
                {
                    await stage.Server.DisposeAsync();
                    await stage.ReadFailsAsync(KajabiErrorKind.Network, "not processed");
                }
            )
            .Read(
                5,
                "a certificate that nobody vouches for",
                "transport error, nothing was asked, not for ever",
                static async stage =>
                {
                    await stage.ReadFailsAsync(KajabiErrorKind.Network);
                    Assert.Empty(stage.Server.TokenRequestCount);
                    stage.Sent(0);
                },
                static () => new Stage { Server = new FaultServer(TestCertificate.SelfSigned()) }
            )
            .Read(
                null,
                "https asked of a server that speaks http",
                "transport error, ends",
                static async stage =>
                {
                    Uri plain = stage.Server.Address;
                    stage.With(options => options.BaseAddress = new UriBuilder(plain) { Scheme = "https" }.Uri);
                    Task<KajabiApiException> failure = stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync());
                    await stage.Server.Connected;
                    await stage.PassTimeAsync(failure);
                    await failure;
                    stage.Sent(0);
                }
            )
            .Read(
                6,
                "HTTP/1.0 without a length",
                "read to the end of the connection",
                Answers.Raw("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + Documents.Contact),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "HTTP/1.0 without a length, cut in the middle",
                "unexpected answer, never half a contact",
                Answers.Raw("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + Documents.Contact[..50]),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "truncated")
            )
            .Read(
                7,
                "100 and 103 before the answer",
                "read past",
                Answers.Raw("HTTP/1.1 100 Continue\r\n\r\n" + s_interim + s_ok),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "1,000 interim answers before the answer",
                "read past",
                Answers.Raw(string.Concat(Enumerable.Repeat(s_interim, 1000)) + s_ok),
                BodyFaults.ReadsAsync
            )
            .Read(
                null,
                "interim answers for ever",
                "ends: too many headers, or timeout",
                static async exchange =>
                {
                    while (true)
                    {
                        await exchange.WriteAsync(s_interim);
                    }
                },
                static async stage =>
                {
                    Task<KajabiApiException> failure = stage.FailsAsync<KajabiApiException>(() => stage.ReadAsync());
                    await stage.Server.ArrivedAsync(1);
                    await stage.PassTimeAsync(failure);
                    Assert.True((await failure).Kind is KajabiErrorKind.Timeout or KajabiErrorKind.UnexpectedResponse);
                }
            )
            .Read(
                null,
                "101 Switching Protocols",
                "unexpected answer",
                Answers.Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "101")
            )
            .Read(
                null,
                "something that is no HTTP",
                "unexpected answer that says so",
                static async stage =>
                {
                    foreach (
                        string other in (string[])
                            [
                                "SSH-2.0-OpenSSH_9.6\r\n\r\n",
                                "{\"data\":{}}\r\n\r\n",
                                "HTTP/1.1\r\n\r\n",
                                "HTTP/1.1 abc OK\r\n\r\n",
                                "HTTP/1.1 99999 OK\r\n\r\n",
                                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                                "\0\0\0\0\r\n\r\n",
                            ]
                    )
                    {
                        stage.Server.Answer(Answers.Raw(other));
                        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "not HTTP");
                    }
                }
            )
            .Read(
                null,
                "the connection closes without a byte",
                "transport error",
                Answers.Close,
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Network, "can be retried")
            )
            .Read(
                null,
                "the connection closes in the middle of the headers",
                "transport error",
                Answers.Raw("HTTP/1.1 200 OK\r\nContent-Ty"),
                static stage => stage.ReadFailsAsync(KajabiErrorKind.Network, "can be retried")
            )
            .Read(
                null,
                "a header without a colon, folded, or with controls",
                "read, or a typed error",
                static async stage =>
                {
                    foreach (
                        string header in (string[])["Odd", ": odd", " X-Folded: 1", "X: \u0001\u0002", "X Y: 1", "Set-Cookie: session=1"]
                    )
                    {
                        stage.Server.Answer(Answers.Ok(Documents.Contact, header));
                        await JsonApiFaults.ReadsOrFailsAsync(stage);
                    }
                }
            )
            .Read(
                null,
                "Set-Cookie",
                "no cookie is ever sent back",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Documents.Contact, "Set-Cookie: session=1; Path=/"));
                    await stage.ReadAsync();
                    await stage.ReadAsync();
                    Assert.All(stage.Server.Requests, static request => Assert.Null(request.Header("Cookie")));
                }
            )
            .Read(
                null,
                "Alt-Svc and Upgrade offers",
                "HTTP/1.1 to the same place",
                static async stage =>
                {
                    stage.Server.Answer(Answers.Ok(Documents.Contact, "Alt-Svc: h3=\":443\"; ma=86400", "Upgrade: h2c"));
                    await stage.ReadAsync();
                    await stage.ReadAsync();
                    stage.Sent(2);
                }
            );
}
