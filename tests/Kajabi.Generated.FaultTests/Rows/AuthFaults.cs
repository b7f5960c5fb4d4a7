using Kajabi.Tests.Server;
using Kajabi.Tests.Table;

namespace Kajabi.Tests.Rows;

/// <summary>Tokens that expire, are refused, or never come.</summary>
internal static class AuthFaults
{
    private static readonly Reply s_contact = Answers.Ok(Documents.Contact);

    /// <summary>Takes any token but the first one that was given out.</summary>
    private static readonly Reply s_notTheFirst = static exchange =>
        (
            exchange.Request.Authorization == $"Bearer {Secrets.Token(1)}" ? Answers.Status(401)
            : exchange.Request.Method == "POST" ? Answers.Status(201, Documents.Contact)
            : s_contact
        )(exchange);

    public static FaultSection Section { get; } =
        Lifetimes(new FaultSection("auth"))
            .Read(
                1,
                "401 for the first token, 50 callers at once",
                "one renewal, every call repeated once and well",
                s_notTheFirst,
                static async stage =>
                {
                    await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => BodyFaults.ReadsAsync(stage)));
                    Assert.Equal(2, stage.Server.TokenRequestCount.Count);
                    Assert.InRange(stage.Server.Requests.Count, 51, 100);
                }
            )
            .Read(
                null,
                "401 for every token",
                "unauthorised after one repetition",
                Answers.Status(401),
                static async stage =>
                {
                    await stage.ReadFailsAsync(KajabiErrorKind.Unauthorized, "Check the client id and secret");
                    stage.Sent(2);
                    Assert.Equal(2, stage.Server.TokenRequestCount.Count);
                }
            )
            .Read(
                null,
                "401 for one operation, whatever the token, while others succeed",
                "two token requests for 40 calls",
                static async stage =>
                {
                    stage.Server.Answer(static exchange =>
                        (
                            exchange.Request.Path == "/v1/contacts/2" ? Answers.Status(401)
                            : exchange.Request.Path == "/v1/contacts" ? Answers.Ok(Documents.Page([1], string.Empty))
                            : s_contact
                        )(exchange)
                    );
                    for (int call = 0; call < 20; call++)
                    {
                        await stage.FailsAsync(() => stage.Client.Contacts.GetContactAsync("2"), KajabiErrorKind.Unauthorized);
                        await stage.Client.Contacts.ListContactsAsync();
                    }

                    Assert.Equal(2, stage.Server.TokenRequestCount.Count);
                }
            )
            .Add(
                2,
                "POST contact",
                "401 for the first token",
                "repeated once after the renewal: it was not carried out",
                static async stage =>
                {
                    stage.Server.Answer(s_notTheFirst);
                    await stage.Client.Contacts.CreateContactAsync(new ContactAttributes { Name = "Ada" }, "1");
                    stage.Sent(2);
                    Assert.Equal(stage.Server.Requests[0].Text, stage.Server.Requests[1].Text);
                }
            )
            .Add(
                3,
                "POST token",
                "the refresh token is refused with 400 or 401",
                "client credentials once, the old refresh token is forgotten",
                static async stage =>
                {
                    stage.With(static options => options.RefreshToken = "old-" + Secrets.RefreshToken);
                    stage.Server.AnswerToken(Answers.Status(400, """{"error":"invalid_grant"}"""), Answers.Token());
                    stage.Server.Answer(s_notTheFirst);
                    await BodyFaults.ReadsAsync(stage);
                    Assert.Equal(["refresh_token", "client_credentials", "refresh_token"], stage.Server.TokenRequestCount.Select(Grant));
                    Assert.DoesNotContain("old-", stage.Server.TokenRequestCount[2].Text, StringComparison.Ordinal);
                }
            )
            .Add(
                4,
                "POST token",
                "client credentials are refused with 401",
                "unauthorised with the error, not kept, nothing sent without a token",
                static async stage =>
                {
                    stage.Server.AnswerToken(Answers.Status(401, """{"error":"invalid_client","error_description":"unknown"}"""));
                    KajabiApiException exception = await stage.ReadFailsAsync(
                        KajabiErrorKind.Unauthorized,
                        "POST /v1/oauth/token",
                        "invalid_client"
                    );
                    Assert.Equal(("invalid_client", "unknown"), (exception.Errors[0].Title, exception.Errors[0].Detail));
                    Assert.Single(stage.Server.TokenRequestCount);
                    stage.Server.AnswerToken(Answers.Token());
                    stage.Server.Answer(s_contact);
                    await BodyFaults.ReadsAsync(stage);
                    stage.Sent(1);
                }
            )
            .Add(
                5,
                "POST token",
                "200 with a page of HTML, with JSON that is no object, with nothing",
                "an error about the token endpoint, no token made of it",
                static async stage =>
                {
                    foreach (
                        Reply reply in (Reply[])
                            [
                                Answers.Ok(Documents.Html, "Content-Type: text/html"),
                                Answers.Ok("[]"),
                                Answers.Ok("\"token\""),
                                Answers.Ok("{}"),
                                Answers.Status(200),
                                Answers.Status(204),
                                Answers.Ok("""{"access_token":5}"""),
                                Answers.Ok("""{"access_token":null}"""),
                                Answers.Ok("""{"access_token":"""),
                                Answers.Ok("""{"token_type":"Bearer"}"""),
                            ]
                    )
                    {
                        stage.Server.AnswerToken(reply);
                        Assert.Equal(FaultServer.TokenPath, (await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse)).PathTemplate);
                    }

                    stage.Sent(0);
                }
            )
            .Add(
                6,
                "POST token",
                "a token with line breaks, blanks, other scripts, or empty",
                "refused: it would break out of its header",
                static async stage =>
                {
                    foreach (string token in (string[])["a\\r\\nX-Injected: 1", "a b", " a", "ä", "\\u0000", "", "a\\n"])
                    {
                        stage.Server.AnswerToken(Answers.Token(token: token));
                        await stage.ReadFailsAsync(KajabiErrorKind.UnexpectedResponse, "access_token");
                    }

                    stage.Sent(0);
                }
            )
            .Read(
                8,
                "the local clock jumps by an hour and back",
                "no renewal: lifetimes are measured, not compared",
                s_contact,
                static async stage =>
                {
                    await stage.ReadAsync();
                    foreach (int minutes in (int[])[60, -120, 10, -10])
                    {
                        stage.Time.Skew = TimeSpan.FromMinutes(minutes);
                        await stage.ReadAsync();
                    }

                    Assert.Single(stage.Server.TokenRequestCount);
                }
            )
            .Read(
                9,
                "one of two waiters cancels",
                "the other has its answer, one token request",
                s_contact,
                static async stage =>
                {
                    TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    stage.Server.AnswerToken(Answers.After(release.Task, Answers.Token()));
                    using CancellationTokenSource source = new();
                    Task<Contact> first = stage.ReadAsync(source.Token);
                    Task<Contact> second = stage.ReadAsync();
                    await stage.Server.TokenArrivedAsync(1);
                    await source.CancelAsync();
                    await stage.FailsAsync<OperationCanceledException>(() => first);
                    release.SetResult();
                    Assert.Equal("123", (await second).Id);
                    Assert.Single(stage.Server.TokenRequestCount);
                }
            )
            .Read(
                10,
                "near its expiry the renewal fails",
                "the token that still lives is used, nothing is thrown",
                s_contact,
                static async stage =>
                {
                    stage.Server.AnswerToken(Answers.Token("100"), Answers.Status(400));
                    await stage.ReadAsync();
                    foreach (int seconds in (int[])[85, 10])
                    {
                        stage.Time.Advance(TimeSpan.FromSeconds(seconds));
                        await stage.ReadAsync();
                    }

                    Assert.All(stage.Server.Requests, static request => Assert.Equal($"Bearer {Secrets.Token(1)}", request.Authorization));
                }
            )
            .Read(
                11,
                "revoked while a call is under way",
                "that call ends as unauthorised, nothing revives the token",
                static async stage =>
                {
                    TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    stage.Server.Answer(Answers.After(release.Task, Answers.Status(401)), Answers.Status(200), s_contact);
                    Task<KajabiApiException> failure = stage.ReadFailsAsync(KajabiErrorKind.Unauthorized);
                    await stage.Server.ArrivedAsync(1);
                    await stage.Client.RevokeAccessTokenAsync();
                    release.SetResult();
                    await failure;
                    Assert.Single(stage.Server.TokenRequestCount);
                    await BodyFaults.ReadsAsync(stage);
                    Assert.Equal($"Bearer {Secrets.Token(2)}", stage.Server.Requests[^1].Authorization);
                }
            )
            .Read(
                null,
                "403 for a token",
                "forbidden, no renewal",
                Answers.Status(403),
                static async stage =>
                {
                    await stage.ReadFailsAsync(KajabiErrorKind.Forbidden);
                    Assert.Single(stage.Server.TokenRequestCount);
                    stage.Sent(1);
                }
            );

    private static FaultSection Lifetimes(FaultSection section)
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
                requests == 1 ? "kept for a sensible time" : "serves the call that asked, not kept, no loop",
                async stage =>
                {
                    stage.Server.AnswerToken(Answers.Token(expiresIn));
                    stage.Server.Answer(s_contact);
                    for (int call = 0; call < 3; call++)
                    {
                        await stage.ReadAsync();
                    }

                    Assert.Equal(requests, stage.Server.TokenRequestCount.Count);
                    stage.Time.Advance(TimeSpan.FromDays(40));
                    await stage.ReadAsync();
                    Assert.Equal(requests + 1, stage.Server.TokenRequestCount.Count);
                }
            );
        }

        return section;
    }

    private static string Grant(FaultRequest request) =>
        request.Text.Split('&').Single(static pair => pair.StartsWith("grant_type=", StringComparison.Ordinal))["grant_type=".Length..];
}
