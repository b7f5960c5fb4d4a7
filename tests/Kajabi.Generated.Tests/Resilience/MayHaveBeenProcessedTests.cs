using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Kajabi.Tests.Resilience;

/// <summary>The exception and its message agree on whether a failed request may have been processed.</summary>
public sealed class MayHaveBeenProcessedTests
{
    private static readonly Dictionary<string, Func<KajabiClient, Task>> s_calls = new()
    {
        ["read"] = static client => client.Contacts.GetContactAsync("7"),
        ["deletion"] = static client => client.Contacts.DeleteContactAsync("7"),
        ["post"] = static client => client.Forms.SubmitFormAsync("7", new FormSubmissionAttributes { Email = "ada@example.org" }),
        ["patch"] = static client => client.Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" }),
        ["grant"] = static client => client.Contacts.GrantContactOffersAsync("7", ["1"], WelcomeEmail.DoNotSend),
        ["removal"] = static client => client.Contacts.RemoveContactTagsAsync("7", ["1"]),
        ["verb"] = static client => client.Purchases.CancelPurchaseSubscriptionAsync("7"),
    };

    private static readonly Dictionary<string, (AttemptOutcome Outcome, Action<ScriptedKajabi> Fail)> s_failures = new()
    {
        ["refused"] = (AttemptOutcome.NotSent, Failing(new HttpRequestException(HttpRequestError.ConnectionError, "refused"))),
        ["unknown host"] = (
            AttemptOutcome.NotSent,
            Failing(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"))
        ),
        ["proxy tunnel"] = (AttemptOutcome.NotSent, Failing(new HttpRequestException(HttpRequestError.ProxyTunnelError, "407"))),
        ["certificate"] = (
            AttemptOutcome.InvalidCertificate,
            Failing(new HttpRequestException(HttpRequestError.SecureConnectionError, "refused", new AuthenticationException()))
        ),
        ["reset"] = (
            AttemptOutcome.ConnectionLost,
            Failing(new HttpRequestException("An error occurred while sending the request.", new IOException()))
        ),
        ["not HTTP"] = (AttemptOutcome.ConnectionLost, Failing(new HttpRequestException(HttpRequestError.InvalidResponse, "invalid"))),
        ["headers"] = (
            AttemptOutcome.UnexpectedResponse,
            Failing(new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "too large"))
        ),
        ["half a response"] = (AttemptOutcome.ConnectionLost, static kajabi => kajabi.ThenTruncatedResponse(4)),
        ["503 in a second"] = (
            AttemptOutcome.ServiceUnavailable,
            static kajabi => kajabi.Then(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(TimeSpan.FromSeconds(1)), 4)
        ),
        ["oversized"] = (AttemptOutcome.Success, Responding(HttpStatusCode.OK, new string(' ', 5000))),
        ["damaged"] = (AttemptOutcome.Success, Responding(HttpStatusCode.Created, """{ "data": { "id": """)),
        ["page"] = (AttemptOutcome.Success, Responding(HttpStatusCode.OK, "<html></html>", "text/html")),
        ["errors in a success"] = (AttemptOutcome.Success, Responding(HttpStatusCode.OK, """{ "errors": [{ "status": "422" }] }""")),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            string[] statuses =
            [
                "301",
                "302",
                "303",
                "307",
                "308",
                "400",
                "401",
                "403",
                "404",
                "408",
                "409",
                "413",
                "422",
                "429",
                "500",
                "501",
                "502",
                "503",
                "504",
                "505",
                "511",
                "520",
                "522",
                "530",
                "599",
            ];
            foreach (string call in s_calls.Keys)
            {
                // A deletion returns no document, so an invalid body does not fail it.
                foreach (string failure in s_failures.Keys.Concat(statuses).Where(failure => (call, failure) != ("deletion", "damaged")))
                {
                    cases.Add(call, failure);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_exception_and_its_message_match_the_retry_table(string call, string failure)
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi(static options => options.MaxResponseBytes = 4096).WithTokenAsync();
        (AttemptOutcome outcome, Action<ScriptedKajabi> fail) = s_failures.TryGetValue(
            failure,
            out (AttemptOutcome, Action<ScriptedKajabi>) found
        )
            ? found
            : FromStatusCode(failure);
        fail(kajabi);

        (Exception? thrown, _) = await kajabi.CallAsync(s_calls[call]);

        KajabiApiException exception = Assert.IsType<KajabiApiException>(thrown);
        bool expected = call != "read" && RetryTable.Rows.Single(row => row.Outcome == outcome).MayHaveBeenProcessed;
        Assert.Equal(
            (expected, expected),
            (exception.MayHaveBeenProcessed, exception.Message.Contains("check before you retry", StringComparison.Ordinal))
        );
        if (call != "read")
        {
            Assert.DoesNotContain("can be retried", exception.Message, StringComparison.Ordinal);
        }
        else if (outcome is (AttemptOutcome.TransientServerError or AttemptOutcome.ConnectionLost))
        {
            Assert.Contains("can be retried", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(AttemptOutcome.TransientServerError), true)]
    [InlineData(nameof(AttemptOutcome.OtherServerError), true)]
    [InlineData(nameof(AttemptOutcome.ServiceUnavailable), true)]
    [InlineData(nameof(AttemptOutcome.ConnectionLost), true)]
    [InlineData(nameof(AttemptOutcome.AttemptTimeout), true)]
    [InlineData(nameof(AttemptOutcome.Canceled), true)]
    [InlineData(nameof(AttemptOutcome.UnexpectedResponse), true)]
    [InlineData(nameof(AttemptOutcome.Success), true)]
    [InlineData(nameof(AttemptOutcome.NotAttempted), false)]
    [InlineData(nameof(AttemptOutcome.NotSent), false)]
    [InlineData(nameof(AttemptOutcome.InvalidCertificate), false)]
    [InlineData(nameof(AttemptOutcome.Unauthorized), false)]
    [InlineData(nameof(AttemptOutcome.TooManyRequests), false)]
    [InlineData(nameof(AttemptOutcome.Rejected), false)]
    public void The_retry_table_applies_only_to_writes_and_deletions(string outcome, bool mayHaveBeenProcessed)
    {
        Assert.Equal(
            [false, mayHaveBeenProcessed, false, mayHaveBeenProcessed],
            new[] { RequestKind.Read, RequestKind.IdempotentWrite, RequestKind.TokenRequest, RequestKind.Write }.Select(kind =>
                RetryTable.MayHaveBeenProcessed(kind, Enum.Parse<AttemptOutcome>(outcome))
            )
        );
    }

    [Theory]
    [InlineData("post")]
    [InlineData("deletion")]
    public async Task A_write_that_times_out_while_it_is_in_progress_may_have_been_processed(string call)
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi(static options =>
            options.Retry.AttemptTimeout = Timeout.InfiniteTimeSpan
        ).WithTokenAsync();
        kajabi.ThenNoResponse();
        Task task = s_calls[call](kajabi.Client);
        await kajabi.WaitForRequestsAsync(1);

        kajabi.Time.Advance(TimeSpan.FromSeconds(101));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => task);
        Assert.Equal((KajabiErrorKind.Timeout, true), (exception.Kind, exception.MayHaveBeenProcessed));
        Assert.Contains("may have processed it: check before you retry", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_times_out_while_it_waits_for_a_token_was_not_processed()
    {
        using ScriptedKajabi kajabi = new(static options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, new WaitingProvider())
        );
        Task task = kajabi
            .Client.WithOptions(new KajabiRequestOptions { Timeout = TimeSpan.FromSeconds(5) })
            .Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" });

        kajabi.Time.Advance(TimeSpan.FromSeconds(6));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => task);
        Assert.Equal((KajabiErrorKind.Timeout, false, 0), (exception.Kind, exception.MayHaveBeenProcessed, exception.Attempts));
        Assert.Contains("Nothing was sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_was_rejected_and_times_out_while_it_waits_for_another_token_was_not_processed()
    {
        WaitingProvider provider = new("first");
        using ScriptedKajabi kajabi = new(options =>
            (options.ClientId, options.ClientSecret, options.AccessTokenProvider) = (null, null, provider)
        );
        kajabi.Then(HttpStatusCode.Unauthorized);
        Task task = kajabi
            .Client.WithOptions(new KajabiRequestOptions { Timeout = TimeSpan.FromSeconds(5) })
            .Contacts.UpdateContactAsync("7", new ContactAttributes { Name = "Ada" });
        await provider.Waiting;

        kajabi.Time.Advance(TimeSpan.FromSeconds(6));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => task);
        Assert.Equal((KajabiErrorKind.Timeout, false, 1), (exception.Kind, exception.MayHaveBeenProcessed, exception.Attempts));
        Assert.Contains("not processed it", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_write_may_have_been_processed_by_an_earlier_attempt_even_if_the_last_one_was_rejected(int status)
    {
        using ScriptedKajabi kajabi = await new ScriptedKajabi().WithTokenAsync();
        kajabi.Then(HttpStatusCode.BadGateway);
        _ =
            status == 0
                ? kajabi.Then(new HttpRequestException(HttpRequestError.ConnectionError, "refused"), times: 3)
                : kajabi.Then((HttpStatusCode)status, times: 3);

        (Exception? thrown, _) = await kajabi.CallAsync(s_calls["deletion"]);

        KajabiApiException exception = Assert.IsType<KajabiApiException>(thrown);
        Assert.True(exception.MayHaveBeenProcessed);
        Assert.Contains("may have processed one of its", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_may_have_been_processed_by_an_earlier_attempt_if_the_retry_gets_no_token()
    {
        using ScriptedKajabi kajabi = new(static options => options.Retry.RetryWritesOnServiceUnavailable = true);
        kajabi.TokenLifetime = TimeSpan.FromSeconds(5);
        await kajabi.WithTokenAsync();
        kajabi.Then(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(TimeSpan.FromSeconds(8)));
        kajabi.ThenTokenError(HttpStatusCode.BadRequest).ThenTokenError(HttpStatusCode.BadRequest);

        (Exception? thrown, _) = await kajabi.CallAsync(s_calls["patch"]);
        KajabiApiException later = await Assert.ThrowsAsync<KajabiApiException>(() => s_calls["patch"](kajabi.Client));

        KajabiApiException exception = Assert.IsType<KajabiApiException>(thrown);
        Assert.Equal(("/v1/oauth/token", true), (exception.PathTemplate, exception.MayHaveBeenProcessed));
        Assert.Contains("may have processed it: check before you retry", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("was not processed", exception.Message, StringComparison.Ordinal);
        Assert.Equal(("/v1/oauth/token", false), (later.PathTemplate, later.MayHaveBeenProcessed));
        Assert.Contains("was not processed", later.Message, StringComparison.Ordinal);
    }

    private static Action<ScriptedKajabi> Failing(Exception exception) => kajabi => kajabi.Then(exception, times: 4);

    private static Action<ScriptedKajabi> Responding(HttpStatusCode status, string body, string media = "application/vnd.api+json") =>
        kajabi => kajabi.Then(4, _ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, null, media) }));

    private static (AttemptOutcome Outcome, Action<ScriptedKajabi> Fail) FromStatusCode(string status)
    {
        HttpStatusCode code = (HttpStatusCode)int.Parse(status, CultureInfo.InvariantCulture);
        return (AttemptOutcomeClassifier.Classify(new HttpResponseMessage(code)), kajabi => kajabi.Then(code, times: 4));
    }

    /// <summary>Returns a first token, if any, and then never completes.</summary>
    private sealed class WaitingProvider(string? first = null) : IAccessTokenProvider
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _requestCount;

        /// <summary>Completes when a request waits for the token that is never returned.</summary>
        public Task Waiting => _waiting.Task;

        public async ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken)
        {
            if (++_requestCount == 1 && first is not null)
            {
                return new AccessToken(first, TimeSpan.FromHours(1));
            }

            _waiting.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Unreachable.");
        }
    }
}
