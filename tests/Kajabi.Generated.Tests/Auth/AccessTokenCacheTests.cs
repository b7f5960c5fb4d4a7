using System.Net;
using Kajabi.Tests.Client;
using RichardSzalay.MockHttp;

namespace Kajabi.Tests.Auth;

public sealed class AccessTokenCacheTests
{
    private const string Version = """{ "meta": { "title": "Kajabi", "version": "1.1.0" }, "links": {} }""";
    private const string Site = """{ "data": { "id": "1", "type": "sites" } }""";

    [Fact]
    public async Task A_token_is_fetched_once_and_reused_until_it_expires()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.RespondWithToken(expiresIn: "3600");
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
    public async Task Concurrent_requests_share_one_token_request()
    {
        using TestKajabi kajabi = new();
        TaskCompletionSource<HttpResponseMessage> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MockedRequest token = kajabi.Network.When(HttpMethod.Post, TestKajabi.TokenAddress);
        token.Respond(() => response.Task);
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 50).Select(_ => kajabi.Client.Sites.GetSiteAsync("1"))];
        using CancellationTokenSource caller = new();
        Task<SiteDocument> cancelled = kajabi.Client.Sites.GetSiteAsync("1", cancellationToken: caller.Token);
        await caller.CancelAsync();
        OperationCanceledException canceledException = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        response.SetResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{ "access_token": "t", "expires_in": 60 }""") }
        );
        await Task.WhenAll(calls);

        Assert.Equal(1, kajabi.Network.GetMatchCount(token));
        Assert.Equal(caller.Token, canceledException.CancellationToken);
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
    public async Task The_token_lifetime_is_parsed_in_every_form(string expiresIn, int requests)
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.RespondWithToken(expiresIn);
        kajabi.Network.When("https://api.kajabi.com/v1/sites/1").Respond(TestKajabi.MediaType, Site);

        await kajabi.Client.Sites.GetSiteAsync("1");
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.Equal(requests, kajabi.Network.GetMatchCount(token));
    }

    [Fact]
    public async Task A_failure_after_every_caller_canceled_is_not_reported_as_unobserved()
    {
        Assert.DoesNotContain(
            await GetUnobservedExceptionsAsync(AbandonAsync),
            static text => text.Contains("abandoned", StringComparison.Ordinal)
        );

        static async Task AbandonAsync()
        {
            TaskCompletionSource<HttpResponseMessage> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using AccessTokenCache cache = AccessTokenCacheFactory.Create(
                new KajabiClientOptions { ClientId = "c", ClientSecret = "s" },
                TestKajabi.BackChannel(TimeProvider.System, (_, _) => response.Task),
                TimeProvider.System
            );
            using CancellationTokenSource caller = new();
            Task<CachedAccessToken> call = cache.GetAsync(caller.Token).AsTask();
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            response.SetException(new HttpRequestException("abandoned"));
        }
    }

    [Fact]
    public async Task A_custom_provider_that_fails_after_the_timeout_is_not_reported_as_unobserved()
    {
        Assert.DoesNotContain(
            await GetUnobservedExceptionsAsync(AbandonAsync),
            static text => text.Contains("too late", StringComparison.Ordinal)
        );

        static async Task AbandonAsync()
        {
            TaskCompletionSource<AccessToken> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
            CustomTokenProvider provider = new(new UncancelableProvider(response.Task), TimeProvider.System);
            using CancellationTokenSource timeout = new();
            Task<CachedAccessToken> pendingToken = provider.IssueAsync(null, timeout.Token);
            await timeout.CancelAsync();
            Assert.Equal(KajabiErrorKind.Timeout, (await Assert.ThrowsAsync<KajabiApiException>(() => pendingToken)).Kind);
            response.SetException(new HttpRequestException("too late"));
        }
    }

    [Fact]
    public async Task A_request_that_is_canceled_before_it_starts_sends_no_token_request()
    {
        using TestKajabi kajabi = new();
        using HttpResponseMessage response = new(HttpStatusCode.OK)
        {
            Content = new StringContent("""{ "access_token": "in-time", "expires_in": 60 }"""),
        };
        using HttpMessageInvoker invoker = new(
            new ResponseBufferingHandler(new KajabiClientOptions(), kajabi.Time) { InnerHandler = new StubHandler(response) }
        );
        int requested = 0;
        using AccessTokenCache cache = AccessTokenCacheFactory.Create(
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

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cache.GetAsync(new CancellationToken(canceled: true)).AsTask());

        Assert.Equal(("in-time", 1), ((await cache.GetAsync(CancellationToken.None)).Value, requested));
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
    public async Task Token_requests_have_the_same_User_Agent_as_API_requests()
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
    public async Task An_operation_without_security_requests_and_sends_no_token()
    {
        using TestKajabi kajabi = new();
        MockedRequest token = kajabi.RespondWithToken();
        bool hasAuthorization = true;
        kajabi
            .Network.When("https://api.kajabi.com/v1/version")
            .With(request => (hasAuthorization = request.Headers.Authorization is not null) || true)
            .Respond(TestKajabi.MediaType, Version);

        VersionDocument version = await kajabi.Client.Version.GetVersionAsync();

        Assert.Equal("1.1.0", version.Version);
        Assert.False(hasAuthorization);
        Assert.Equal(0, kajabi.Network.GetMatchCount(token));
    }

    private sealed class StubHandler(HttpResponseMessage response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(response);
    }

    /// <summary>Returns the unobserved task exceptions of an action.</summary>
    private static async Task<IReadOnlyList<string>> GetUnobservedExceptionsAsync(Func<Task> action)
    {
        List<string> unobserved = [];
        void AddUnobserved(object? sender, UnobservedTaskExceptionEventArgs args) => unobserved.Add(args.Exception.ToString());
        TaskScheduler.UnobservedTaskException += AddUnobserved;
        try
        {
            await action();

            // The token request fails on another thread; awaiting it would observe its exception.
            for (int i = 0; i < 50; i++)
            {
                await Task.Yield();
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= AddUnobserved;
        }

        return unobserved;
    }

    /// <summary>Ignores the cancellation token.</summary>
    private sealed class UncancelableProvider(Task<AccessToken> response) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken) => new(response);
    }
}
