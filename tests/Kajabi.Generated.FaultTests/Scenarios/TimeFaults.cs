using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Connections that break, hang, are slow, or are not HTTP.</summary>
internal static class TimeFaults
{
    private static readonly string s_interim = "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n";
    private static readonly string s_ok =
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {TestDocuments.Contact.Length}\r\n\r\n"
        + TestDocuments.Contact;

    public static FaultSection Section { get; } =
        new FaultSection("time")
            .Read(
                1,
                "one byte per second, endlessly",
                "KajabiApiException with Kind Timeout",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.SlowBody(scenario.Time));
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.Timeout, "GET /v1/contacts/{id}", "can be retried");
                }
            )
            .Read(
                2,
                "accepted, then no response",
                "KajabiApiException with Kind Timeout, no TaskCanceledException",
                Responses.NoResponse,
                static async scenario =>
                {
                    Task<KajabiApiException> failure = scenario.AssertReadFailsAsync(KajabiErrorKind.Timeout);
                    await scenario.Server.WaitForRequestsAsync(1);
                    await scenario.AdvanceUntilCompletedAsync(failure);
                    await failure;
                }
            )
            .Add(
                2,
                "POST contact",
                "accepted, then no response",
                "timeout with unknown outcome, sent once",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.NoResponse);
                    Task<KajabiApiException> failure = scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1"),
                        KajabiErrorKind.Timeout,
                        "may have processed it: check"
                    );
                    await scenario.Server.WaitForRequestsAsync(1);
                    await scenario.AdvanceUntilCompletedAsync(failure);
                    await failure;
                    scenario.AssertRequestCount(1);
                }
            )
            .Read(
                3,
                "reset after the request was read, then success",
                "read at the second attempt",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Reset, Responses.Ok(TestDocuments.Contact));
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    scenario.AssertRequestCount(2);
                }
            )
            .Add(
                3,
                "POST offers of a contact, submit form, cancel subscription",
                "reset after the request was read",
                "network error with unknown outcome, sent once",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Reset);
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.GrantContactOffersAsync("1", ["5"], WelcomeEmail.Send),
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Forms.SubmitFormAsync("1", new FormSubmissionAttributes { Email = "ada@example.com" }),
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Purchases.CancelPurchaseSubscriptionAsync("1"),
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    scenario.AssertRequestCount(3);
                }
            )
            .Add(
                3,
                "PATCH and DELETE relationship, PATCH contact",
                "reset after the request was read",
                "network error with unknown outcome, sent once",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Reset);
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.ReplaceContactTagsAsync("1", ["5"]),
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.RemoveContactTagsAsync("1", ["5"]),
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Contacts.UpdateContactAsync("1", new ContactAttributes { Name = "Ada" }),
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    scenario.AssertRequestCount(3);
                }
            )
            .Add(
                null,
                "cancel subscription",
                "a keep-alive connection is closed after the request without a body was read",
                "sent once: no hidden retry of the handler",
                static async scenario =>
                {
                    scenario.Server.Respond(
                        Responses.Ok(TestDocuments.Contact),
                        Responses.Close,
                        Responses.Ok("""{"data":{"id":"1","type":"purchases"}}""")
                    );
                    await scenario.ReadAsync();
                    await scenario.AssertFailsAsync(
                        () => scenario.Client.Purchases.CancelPurchaseSubscriptionAsync("1"),
                        KajabiErrorKind.Network,
                        "may have processed it: check"
                    );
                    scenario.AssertRequestCount(2);
                }
            )
            .Add(
                null,
                "GET contact, POST contact",
                "the server closes the connection between two calls",
                "the next call opens a new connection",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Raw(s_ok));
                    scenario.Server.RespondToTokenRequests(
                        Responses.Sequence(Responses.Token(), static exchange => Task.FromResult(exchange.IsKeptAlive = false))
                    );
                    for (int call = 0; call < 5; call++)
                    {
                        await BodyFaults.AssertContactIsReadAsync(scenario);
                        await scenario.Server.WaitForClosedConnectionsAsync();
                        await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                        await scenario.Server.WaitForClosedConnectionsAsync();
                    }

                    scenario.AssertRequestCount(10);
                }
            )
            .Read(
                4,
                "connection refused",
                "network error, not processed",
                static async scenario =>
                {
                    await scenario.Server.DisposeAsync();
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.Network, "not processed");
                }
            )
            .Read(
                5,
                "a self-signed certificate",
                "network error, nothing was sent",
                static async scenario =>
                {
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.Network);
                    Assert.Empty(scenario.Server.TokenRequests);
                    scenario.AssertRequestCount(0);
                },
                static () => new FaultScenario { Server = new FaultServer(TestCertificate.SelfSigned()) }
            )
            .Read(
                null,
                "https request to an http server",
                "network error",
                static async scenario =>
                {
                    Uri plain = scenario.Server.Address;
                    scenario.Configure(options => options.BaseAddress = new UriBuilder(plain) { Scheme = "https" }.Uri);
                    Task<KajabiApiException> failure = scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync());
                    await scenario.Server.Connected;
                    await scenario.AdvanceUntilCompletedAsync(failure);
                    await failure;
                    scenario.AssertRequestCount(0);
                }
            )
            .Read(
                6,
                "HTTP/1.0 without Content-Length",
                "read to the end of the connection",
                Responses.Raw("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + TestDocuments.Contact),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "HTTP/1.0 without Content-Length, truncated",
                "unexpected response, no partial contact",
                Responses.Raw("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + TestDocuments.Contact[..50]),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "truncated")
            )
            .Read(
                7,
                "100 and 103 before the response",
                "skipped",
                Responses.Raw("HTTP/1.1 100 Continue\r\n\r\n" + s_interim + s_ok),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "1,000 interim responses before the response",
                "skipped",
                Responses.Raw(string.Concat(Enumerable.Repeat(s_interim, 1000)) + s_ok),
                BodyFaults.AssertContactIsReadAsync
            )
            .Read(
                null,
                "endless interim responses",
                "fails: too many headers, or timeout",
                static async exchange =>
                {
                    while (true)
                    {
                        await exchange.WriteAsync(s_interim);
                    }
                },
                static async scenario =>
                {
                    Task<KajabiApiException> failure = scenario.AssertFailsAsync<KajabiApiException>(() => scenario.ReadAsync());
                    await scenario.Server.WaitForRequestsAsync(1);
                    await scenario.AdvanceUntilCompletedAsync(failure);
                    Assert.True((await failure).Kind is KajabiErrorKind.Timeout or KajabiErrorKind.UnexpectedResponse);
                }
            )
            .Read(
                null,
                "101 Switching Protocols",
                "unexpected response",
                Responses.Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "101")
            )
            .Read(
                null,
                "a response that is not HTTP",
                "unexpected response that reports it",
                static async scenario =>
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
                        scenario.Server.Respond(Responses.Raw(other));
                        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "not HTTP");
                    }
                }
            )
            .Read(
                null,
                "the connection closes without a response",
                "network error",
                Responses.Close,
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Network, "can be retried")
            )
            .Read(
                null,
                "the connection closes within the headers",
                "network error",
                Responses.Raw("HTTP/1.1 200 OK\r\nContent-Ty"),
                static scenario => scenario.AssertReadFailsAsync(KajabiErrorKind.Network, "can be retried")
            )
            .Read(
                null,
                "a header without a colon, folded, or with control characters",
                "read, or a typed error",
                static async scenario =>
                {
                    foreach (
                        string header in (string[])
                            ["NoColon", ": no name", " X-Folded: 1", "X: \u0001\u0002", "X Y: 1", "Set-Cookie: session=1"]
                    )
                    {
                        scenario.Server.Respond(Responses.Ok(TestDocuments.Contact, header));
                        await JsonApiFaults.AssertReadOrFailureAsync(scenario);
                    }
                }
            )
            .Read(
                null,
                "Set-Cookie",
                "no cookie is sent back",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Contact, "Set-Cookie: session=1; Path=/"));
                    await scenario.ReadAsync();
                    await scenario.ReadAsync();
                    Assert.All(scenario.Server.Requests, static request => Assert.Null(request.Header("Cookie")));
                }
            )
            .Read(
                null,
                "Alt-Svc and Upgrade offers",
                "HTTP/1.1 to the same host",
                static async scenario =>
                {
                    scenario.Server.Respond(Responses.Ok(TestDocuments.Contact, "Alt-Svc: h3=\":443\"; ma=86400", "Upgrade: h2c"));
                    await scenario.ReadAsync();
                    await scenario.ReadAsync();
                    scenario.AssertRequestCount(2);
                }
            );
}
