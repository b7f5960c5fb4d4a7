using System.Collections.Concurrent;
using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests.Auth;

/// <summary>The refresh of tokens that are about to expire or have expired.</summary>
public sealed class TokenRefreshTests
{
    [Fact]
    public async Task A_thousand_requests_with_an_expired_token_share_one_token_request_and_succeed()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network, expiresIn: 60);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(61));
        TaskCompletionSource resume = service.Pause();

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => kajabi.Client.Sites.GetSiteAsync("1")))];
        resume.SetResult();
        SiteDocument[] documents = await Task.WhenAll(calls);

        Assert.Equal((2, 1000), (service.Forms.Count, documents.Count(static document => document.Data.Id == "1")));
    }

    [Fact]
    public async Task A_token_is_refreshed_in_the_background_before_it_expires()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3400));
        TaskCompletionSource resume = service.Pause();

        await kajabi.Client.Sites.GetSiteAsync("1");
        await service.RequestReceived;
        await kajabi.Client.Sites.GetSiteAsync("1");
        Assert.Equal(["token-1", "token-1", "token-1"], service.Sent);

        resume.SetResult();
        await kajabi.WaitUntilAsync(() => service.Sent[^1] == "token-2");
        Assert.Equal(2, service.Forms.Count);
    }

    [Theory]
    [InlineData(3400)] // In the background, before it expires.
    [InlineData(3590)] // When only the safety margin remains.
    public async Task A_valid_token_is_used_when_the_refresh_fails(int seconds)
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.CreateResponse = _ => FakeTokenServer.Json("{}", HttpStatusCode.InternalServerError);
        kajabi.Time.Advance(TimeSpan.FromSeconds(seconds));

        await kajabi.WaitUntilAsync(() => service.Forms.Count > 1);
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.All(service.Sent, static token => Assert.Equal("token-1", token));
    }

    [Fact]
    public async Task A_valid_token_is_used_while_the_refresh_does_not_complete()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3590));
        service.Pause();

        Task<SiteDocument> call = kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(5));

        // On a busy machine, many other work items run before those of the call. Only a call that waits for the refresh reaches the limit.
        for (int i = 0; i < 5_000_000 && !call.IsCompleted; i++)
        {
            await Task.Run(static () => { });
        }

        kajabi.Time.Advance(TimeSpan.FromSeconds(100)); // Times out a request that waits for the refresh.
        await call;
        Assert.Equal(["token-1", "token-1"], service.Sent);
    }

    [Fact]
    public async Task A_failed_background_refresh_is_logged_by_a_client_without_services()
    {
        TestClock time = new();
        using Log log = new();
        KajabiClientOptions options = new() { AccessTokenProvider = new FailingProvider() };
        using KajabiClientCore account = new(options, time, services: null, log);
        await account.Tokens.GetAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(59.5));

        CachedAccessToken token = await account.Tokens.GetAsync(CancellationToken.None);

        Assert.Equal("first", token.Value);
        Assert.Equal(["Kajabi.AccessToken 202"], log.Lines);
    }

    [Fact]
    public async Task A_failed_background_refresh_is_retried_after_a_delay()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.CreateResponse = _ => FakeTokenServer.Json("{}", HttpStatusCode.InternalServerError);
        kajabi.Time.Advance(TimeSpan.FromSeconds(3400));
        await kajabi.WaitUntilAsync(() => service.Forms.Count == 2);

        for (int call = 0; call < 100; call++)
        {
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, service.Forms.Count);
        await kajabi.WaitUntilAsync(() =>
        {
            // The delay starts when the failure is processed, which the test cannot observe.
            kajabi.Time.Advance(TimeSpan.FromMilliseconds(20));
            return service.Forms.Count == 3;
        });
    }

    [Fact]
    public async Task An_expired_token_is_not_used_when_the_refresh_fails()
    {
        using TestKajabi kajabi = new();
        FakeTokenServer service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.CreateResponse = _ => FakeTokenServer.Json("{}", HttpStatusCode.InternalServerError);
        kajabi.Time.Advance(TimeSpan.FromSeconds(3600));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.ServerError, "/v1/oauth/token"), (exception.Kind, exception.PathTemplate));
    }

    [Fact]
    public async Task Disposing_the_cache_cancels_a_pending_refresh()
    {
        TaskCompletionSource canceled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        WaitingProvider provider = new(canceled);
        KajabiClientOptions options = new() { AccessTokenProvider = provider };
        AccessTokenCache tokens = AccessTokenCacheFactory.Create(options, TestKajabi.BackChannel(TimeProvider.System), TimeProvider.System);
        Task<CachedAccessToken> waiting = tokens.GetAsync(CancellationToken.None).AsTask();

        tokens.Dispose();

        await canceled.Task;
        await Assert.ThrowsAsync<KajabiApiException>(() => waiting);
    }

    [Fact]
    public async Task Requests_that_wait_for_a_token_are_canceled_when_the_client_is_disposed()
    {
        TaskCompletionSource canceled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        KajabiClient client = new(new KajabiClientOptions { AccessTokenProvider = new WaitingProvider(canceled) });
        Task<SiteDocument> call = client.Sites.GetSiteAsync("1");

        client.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await canceled.Task;
    }

    private sealed class FailingProvider : IAccessTokenProvider
    {
        private int _requestCount;

        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken) =>
            ++_requestCount == 1
                ? new(new AccessToken("first", TimeSpan.FromHours(1)))
                : throw new InvalidOperationException("Not any more.");
    }

    private sealed class Log : ILoggerFactory
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public void AddProvider(ILoggerProvider provider) { }

        public ILogger CreateLogger(string categoryName) => new Logger(_lines, categoryName);

        public void Dispose() { }

        private sealed class Logger(ConcurrentQueue<string> lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.Enqueue($"{category} {eventId.Id}");
        }
    }

    private sealed class WaitingProvider(TaskCompletionSource canceled) : IAccessTokenProvider
    {
        public async ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken)
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                canceled.SetResult();
            }

            return new AccessToken("never");
        }
    }
}
