using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Scenarios;

/// <summary>Tokens that expire, are rejected, or cannot be obtained.</summary>
internal static class AuthFaults
{
    private static readonly ResponseWriter s_contact = Responses.Ok(TestDocuments.Contact);

    /// <summary>Accepts every token except the first one that was issued.</summary>
    private static readonly ResponseWriter s_rejectFirstToken = static exchange =>
        (
            exchange.Request.Authorization == $"Bearer {TestSecrets.Token(1)}" ? Responses.Status(401)
            : exchange.Request.Method == "POST" ? Responses.Status(201, TestDocuments.Contact)
            : s_contact
        )(exchange);

    public static FaultSection Section { get; } =
        AddLifetimes(new FaultSection("auth"))
            .Read(
                1,
                "401 for the first token, 50 concurrent callers",
                "one token refresh, every call is retried once and succeeds",
                s_rejectFirstToken,
                static async scenario =>
                {
                    await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => BodyFaults.AssertContactIsReadAsync(scenario)));
                    Assert.Equal(2, scenario.Server.TokenRequests.Count);
                    Assert.InRange(scenario.Server.Requests.Count, 51, 100);
                }
            )
            .Read(
                null,
                "401 for every token",
                "unauthorized after one retry",
                Responses.Status(401),
                static async scenario =>
                {
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.Unauthorized, "Check the client id and secret");
                    scenario.AssertRequestCount(2);
                    Assert.Equal(2, scenario.Server.TokenRequests.Count);
                }
            )
            .Read(
                null,
                "401 for one operation with any token, while others succeed",
                "two token requests for 40 calls",
                static async scenario =>
                {
                    scenario.Server.Respond(static exchange =>
                        (
                            exchange.Request.Path == "/v1/contacts/2" ? Responses.Status(401)
                            : exchange.Request.Path == "/v1/contacts" ? Responses.Ok(TestDocuments.Page([1], string.Empty))
                            : s_contact
                        )(exchange)
                    );
                    for (int call = 0; call < 20; call++)
                    {
                        await scenario.AssertFailsAsync(() => scenario.Client.Contacts.GetContactAsync("2"), KajabiErrorKind.Unauthorized);
                        await scenario.Client.Contacts.ListContactsAsync();
                    }

                    Assert.Equal(2, scenario.Server.TokenRequests.Count);
                }
            )
            .Add(
                2,
                "POST contact",
                "401 for the first token",
                "retried once after the token refresh: it was not processed",
                static async scenario =>
                {
                    scenario.Server.Respond(s_rejectFirstToken);
                    await scenario.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                    scenario.AssertRequestCount(2);
                    Assert.Equal(scenario.Server.Requests[0].Text, scenario.Server.Requests[1].Text);
                }
            )
            .Add(
                3,
                "POST token",
                "the refresh token is rejected with 400 or 401",
                "one request with client credentials, the old refresh token is discarded",
                static async scenario =>
                {
                    scenario.Configure(static options => options.RefreshToken = "old-" + TestSecrets.RefreshToken);
                    scenario.Server.RespondToTokenRequests(Responses.Status(400, """{"error":"invalid_grant"}"""), Responses.Token());
                    scenario.Server.Respond(s_rejectFirstToken);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    Assert.Equal(
                        ["refresh_token", "client_credentials", "refresh_token"],
                        scenario.Server.TokenRequests.Select(GetGrantType)
                    );
                    Assert.DoesNotContain("old-", scenario.Server.TokenRequests[2].Text, StringComparison.Ordinal);
                }
            )
            .Add(
                4,
                "POST token",
                "client credentials are rejected with 401",
                "unauthorized with the error, failure not cached, nothing sent without a token",
                static async scenario =>
                {
                    scenario.Server.RespondToTokenRequests(
                        Responses.Status(401, """{"error":"invalid_client","error_description":"unknown"}""")
                    );
                    KajabiApiException exception = await scenario.AssertReadFailsAsync(
                        KajabiErrorKind.Unauthorized,
                        "POST /v1/oauth/token",
                        "invalid_client"
                    );
                    Assert.Equal(("invalid_client", "unknown"), (exception.Errors[0].Title, exception.Errors[0].Detail));
                    Assert.Single(scenario.Server.TokenRequests);
                    scenario.Server.RespondToTokenRequests(Responses.Token());
                    scenario.Server.Respond(s_contact);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    scenario.AssertRequestCount(1);
                }
            )
            .Add(
                5,
                "POST token",
                "200 with HTML, with JSON that is not an object, with an empty body",
                "an error about the token endpoint, no token",
                static async scenario =>
                {
                    foreach (
                        ResponseWriter response in (ResponseWriter[])
                            [
                                Responses.Ok(TestDocuments.Html, "Content-Type: text/html"),
                                Responses.Ok("[]"),
                                Responses.Ok("\"token\""),
                                Responses.Ok("{}"),
                                Responses.Status(200),
                                Responses.Status(204),
                                Responses.Ok("""{"access_token":5}"""),
                                Responses.Ok("""{"access_token":null}"""),
                                Responses.Ok("""{"access_token":"""),
                                Responses.Ok("""{"token_type":"Bearer"}"""),
                            ]
                    )
                    {
                        scenario.Server.RespondToTokenRequests(response);
                        Assert.Equal(
                            FaultServer.TokenPath,
                            (await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse)).PathTemplate
                        );
                    }

                    scenario.AssertRequestCount(0);
                }
            )
            .Add(
                6,
                "POST token",
                "a token with line breaks, spaces or non-ASCII characters, or an empty one",
                "rejected: header injection",
                static async scenario =>
                {
                    foreach (string token in (string[])["a\\r\\nX-Injected: 1", "a b", " a", "ä", "\\u0000", "", "a\\n"])
                    {
                        scenario.Server.RespondToTokenRequests(Responses.Token(token: token));
                        await scenario.AssertReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "access_token");
                    }

                    scenario.AssertRequestCount(0);
                }
            )
            .Read(
                8,
                "the local clock jumps by an hour and back",
                "no token refresh: lifetimes use a monotonic clock",
                s_contact,
                static async scenario =>
                {
                    await scenario.ReadAsync();
                    foreach (int minutes in (int[])[60, -120, 10, -10])
                    {
                        scenario.Time.Skew = TimeSpan.FromMinutes(minutes);
                        await scenario.ReadAsync();
                    }

                    Assert.Single(scenario.Server.TokenRequests);
                }
            )
            .Read(
                9,
                "one of two waiters cancels",
                "the other gets its response, one token request",
                s_contact,
                static async scenario =>
                {
                    TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    scenario.Server.RespondToTokenRequests(Responses.WaitFor(release.Task, Responses.Token()));
                    using CancellationTokenSource source = new();
                    Task<Contact> first = scenario.ReadAsync(source.Token);
                    Task<Contact> second = scenario.ReadAsync();
                    await scenario.Server.WaitForTokenRequestsAsync(1);
                    await source.CancelAsync();
                    await scenario.AssertFailsAsync<OperationCanceledException>(() => first);
                    release.SetResult();
                    Assert.Equal("123", (await second).Id);
                    Assert.Single(scenario.Server.TokenRequests);
                }
            )
            .Read(
                10,
                "the token refresh fails shortly before expiration",
                "the still valid token is used, nothing is thrown",
                s_contact,
                static async scenario =>
                {
                    scenario.Server.RespondToTokenRequests(Responses.Token("100"), Responses.Status(400));
                    await scenario.ReadAsync();
                    foreach (int seconds in (int[])[85, 10])
                    {
                        scenario.Time.Advance(TimeSpan.FromSeconds(seconds));
                        await scenario.ReadAsync();
                    }

                    Assert.All(
                        scenario.Server.Requests,
                        static request => Assert.Equal($"Bearer {TestSecrets.Token(1)}", request.Authorization)
                    );
                }
            )
            .Read(
                11,
                "revoked while a request is pending",
                "that request fails as unauthorized, the token is not reused",
                static async scenario =>
                {
                    TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    scenario.Server.Respond(Responses.WaitFor(release.Task, Responses.Status(401)), Responses.Status(200), s_contact);
                    Task<KajabiApiException> failure = scenario.AssertReadFailsAsync(KajabiErrorKind.Unauthorized);
                    await scenario.Server.WaitForRequestsAsync(1);
                    await scenario.Client.RevokeAccessTokenAsync();
                    release.SetResult();
                    await failure;
                    Assert.Single(scenario.Server.TokenRequests);
                    await BodyFaults.AssertContactIsReadAsync(scenario);
                    Assert.Equal($"Bearer {TestSecrets.Token(2)}", scenario.Server.Requests[^1].Authorization);
                }
            )
            .Read(
                null,
                "403 for a token",
                "forbidden, no token refresh",
                Responses.Status(403),
                static async scenario =>
                {
                    await scenario.AssertReadFailsAsync(KajabiErrorKind.Forbidden);
                    Assert.Single(scenario.Server.TokenRequests);
                    scenario.AssertRequestCount(1);
                }
            );

    private static FaultSection AddLifetimes(FaultSection section)
    {
        (string ExpiresIn, int Requests)[] lifetimes =
        [
            ("null", 1),
            ("0", 3),
            ("-1", 3),
            ("\"7200\"", 1),
            ("7200.5", 1),
            ("1e12", 1),
            ("1e20", 1),
            ("\"soon\"", 1),
            ("{}", 1),
            ("[]", 1),
            ("true", 1),
            ("99999999999999999999999", 1),
        ];
        foreach ((string expiresIn, int requests) in lifetimes)
        {
            section.Add(
                7,
                "POST token",
                $"expires_in {expiresIn}",
                requests == 1 ? "cached for a limited time" : "used for the requesting call only, not cached, no loop",
                async scenario =>
                {
                    scenario.Server.RespondToTokenRequests(Responses.Token(expiresIn));
                    scenario.Server.Respond(s_contact);
                    for (int call = 0; call < 3; call++)
                    {
                        await scenario.ReadAsync();
                    }

                    Assert.Equal(requests, scenario.Server.TokenRequests.Count);
                    scenario.Time.Advance(TimeSpan.FromDays(40));
                    await scenario.ReadAsync();
                    Assert.Equal(requests + 1, scenario.Server.TokenRequests.Count);
                }
            );
        }

        return section;
    }

    private static string GetGrantType(FaultRequest request) =>
        request.Text.Split('&').Single(static pair => pair.StartsWith("grant_type=", StringComparison.Ordinal))["grant_type=".Length..];
}
