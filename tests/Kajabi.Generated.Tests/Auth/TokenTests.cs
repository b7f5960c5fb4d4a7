using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

public sealed class TokenTests
{
    private const string Version = """{ "meta": { "title": "Kajabi", "version": "1.1.0" }, "links": {} }""";
    private const string Site = """{ "data": { "id": "1", "type": "sites" } }""";

    [Fact]
    public async Task A_token_is_fetched_once_and_reused_until_it_expires()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.AnswerToken(expiresIn: "3600");
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3200));
        await kajabi.Client.Sites.GetSiteAsync("1");
        Assert.Equal(1, kajabi.Network.GetMatchCount(token));

        kajabi.Time.Advance(TimeSpan.FromSeconds(350));
        await kajabi.Client.Sites.GetSiteAsync("1");
        Assert.Equal(2, kajabi.Network.GetMatchCount(token));
    }

    [Fact]
    public async Task Many_callers_share_one_token_request()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource<HttpResponseMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MockedRequest token = kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress);
        token.Respond(() => answer.Task);
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 50).Select(_ => kajabi.Client.Sites.GetSiteAsync("1"))];
        using CancellationTokenSource impatient = new();
        Task<SiteDocument> cancelled = kajabi.Client.Sites.GetSiteAsync("1", cancellationToken: impatient.Token);
        await impatient.CancelAsync();
        OperationCanceledException left = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        answer.SetResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "access_token": "t", "expires_in": 60 }""") }
        );
        await Task.WhenAll(calls);

        Assert.Equal(1, kajabi.Network.GetMatchCount(token));
        Assert.Equal(impatient.Token, left.CancellationToken);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("-1", 2)]
    [InlineData("\"7200\"", 1)]
    [InlineData("7200.5", 1)]
    [InlineData("1e12", 1)]
    [InlineData("null", 1)]
    [InlineData("\"1e300\"", 1)]
    [InlineData("{}", 1)]
    [InlineData("\"soon\"", 1)]
    public async Task The_lifetime_is_read_in_every_form(string expiresIn, int requests)
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.AnswerToken(expiresIn);
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(requests, kajabi.Network.GetMatchCount(token));
    }

    [Fact]
    public async Task A_failure_that_every_caller_has_turned_away_from_is_not_reported_as_unobserved()
    {
        Assert.DoesNotContain(await UnobservedAsync(AbandonAsync), static text => text.Contains("abandoned", StringComparison.Ordinal));

        static async Task AbandonAsync()
        {
            TaskCompletionSource<HttpResponseMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using AccessTokenCache source = AccessTokenCacheFactory.Create(
                new KajabiClientOptions { ClientId = "c", ClientSecret = "s" },
                TestKajabi.BackChannel(TimeProvider.System, (_, _) => answer.Task),
                TimeProvider.System
            );
            using CancellationTokenSource impatient = new();
            Task<CachedAccessToken> call = source.GetAsync(impatient.Token).AsTask();
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            answer.SetException(new HttpRequestException("abandoned"));
        }
    }

    [Fact]
    public async Task A_source_of_the_users_own_that_fails_too_late_is_not_reported_as_unobserved()
    {
        Assert.DoesNotContain(await UnobservedAsync(AbandonAsync), static text => text.Contains("too late", StringComparison.Ordinal));

        static async Task AbandonAsync()
        {
            TaskCompletionSource<AccessToken> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            CustomTokenProvider issuer = new(new DeafSource(answer.Task), TimeProvider.System);
            using CancellationTokenSource limit = new();
            Task<CachedAccessToken> flight = issuer.IssueAsync(null, limit.Token);
            await limit.CancelAsync();
            Assert.Equal(KajabiErrorKind.Timeout, (await Assert.ThrowsAsync<KajabiApiException>(() => flight)).Kind);
            answer.SetException(new HttpRequestException("too late"));
        }
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_it_began_asks_for_no_token()
    {
        using TestKajabi kajabi = new();
        using HttpResponseMessage response = new(HttpStatusCode.OK)
        {
            Content = new StringContent("""{ "access_token": "in-time", "expires_in": 60 }"""),
        };
        using HttpMessageInvoker invoker = new(
            new ResponseBufferingHandler(new KajabiClientOptions(), kajabi.Time) { InnerHandler = new Fixed(response) }
        );
        int requested = 0;
        using AccessTokenCache source = AccessTokenCacheFactory.Create(
            new KajabiClientOptions { ClientId = "c", ClientSecret = "s" },
            TestKajabi.BackChannel(
                kajabi.Time,
                (request, cancellationToken) =>
                {
                    requested++;
                    return invoker.SendAsync(request, cancellationToken);
                }
            ),
            kajabi.Time
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => source.GetAsync(new CancellationToken(canceled: true)).AsTask());

        Assert.Equal(("in-time", 1), ((await source.GetAsync(CancellationToken.None)).Value, requested));
    }

    [Fact]
    public async Task A_token_is_sent_to_the_configured_origin_only()
    {
        using TestKajabi kajabi = new();
        TokenBackChannel backChannel = TestKajabi.BackChannel(kajabi.Time);
        using AccessTokenCache tokens = AccessTokenCacheFactory.Create(
            new KajabiClientOptions { ClientId = "c", ClientSecret = "s" },
            backChannel,
            kajabi.Time
        );
        using AuthenticationHandler handler = new(new KajabiClientOptions(), tokens, backChannel) { InnerHandler = kajabi.Network };
        using HttpMessageInvoker invoker = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://app.kajabi.com/v1/sites/1");
        request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer");

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            invoker.SendAsync(request, CancellationToken.None)
        );

        Assert.Contains("It was not sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_endpoint_sees_who_asks_as_the_API_does()
    {
        using TestKajabi kajabi = new(static options => options.UserAgent = "Acme.Sync/2.1");
        List<string> agents = [];
        kajabi
            .Network.When("*")
            .With(request => Add(request.Headers.UserAgent.ToString()))
            .Respond("application/json", """{ "access_token": "t", "expires_in": 60, "data": { "id": "1", "type": "sites" } }""");

        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(2, agents.Count);
        Assert.Equal(agents[1], agents[0]);
        Assert.EndsWith("Acme.Sync/2.1", agents[0], StringComparison.Ordinal);

        bool Add(string agent)
        {
            agents.Add(agent);
            return true;
        }
    }

    [Fact]
    public async Task An_operation_without_security_fetches_and_sends_no_token()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.AnswerToken();
        bool carried = true;
        kajabi
            .Network.When("https://api.kajabi.com/v1/version")
            .With(request => (carried = request.Headers.Authorization is not null) || true)
            .Respond(TestKajabi.MediaType, Version);

        VersionDocument version = await kajabi.Client.Version.GetVersionAsync();

        Assert.Equal("1.1.0", version.Version);
        Assert.False(carried);
        Assert.Equal(0, kajabi.Network.GetMatchCount(token));
    }

    private sealed class Fixed(HttpResponseMessage response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(response);
    }

    /// <summary>What nobody has looked at of the failures that an action leaves behind.</summary>
    private static async Task<IReadOnlyList<string>> UnobservedAsync(Func<Task> leaveBehind)
    {
        List<string> unobserved = [];
        void Note(object? sender, UnobservedTaskExceptionEventArgs args) => unobserved.Add(args.Exception.ToString());
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await leaveBehind();

            // A flight fails on a thread of its own; nobody can wait for it without looking at it.
            for (int i = 0; i < 50; i++)
            {
                await Task.Yield();
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        return unobserved;
    }

    /// <summary>Looks at no time limit.</summary>
    private sealed class DeafSource(Task<AccessToken> answer) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken) => new(answer);
    }
}
