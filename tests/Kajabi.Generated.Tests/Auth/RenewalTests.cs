using System.Collections.Concurrent;
using System.Net;
using Kajabi.Tests.Client;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests.Auth;

/// <summary>What happens when a token nears its end or has reached it.</summary>
public sealed class RenewalTests
{
    [Fact]
    public async Task A_thousand_callers_with_an_expired_token_cause_one_request_and_no_failed_call()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network, expiresIn: 60);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(61));
        TaskCompletionSource open = service.Close();

        Task<SiteDocument>[] calls = [.. Enumerable.Range(0, 1000).Select(_ => Task.Run(() => kajabi.Client.Sites.GetSiteAsync("1")))];
        open.SetResult();
        SiteDocument[] answers = await Task.WhenAll(calls);

        Assert.Equal((2, 1000), (service.Forms.Count, answers.Count(static answer => answer.Data.Id == "1")));
    }

    [Fact]
    public async Task A_token_is_renewed_ahead_of_its_end_while_calls_go_on_with_it()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3400));
        TaskCompletionSource open = service.Close();

        await kajabi.Client.Sites.GetSiteAsync("1");
        await service.Asked;
        await kajabi.Client.Sites.GetSiteAsync("1");
        Assert.Equal(["token-1", "token-1", "token-1"], service.Sent);

        open.SetResult();
        await kajabi.CallUntilAsync(() => service.Sent[^1] == "token-2");
        Assert.Equal(2, service.Forms.Count);
    }

    [Theory]
    [InlineData(3400)] // While the token is renewed ahead of its end.
    [InlineData(3590)] // When only its reserve is left.
    public async Task A_token_that_still_lives_is_used_when_its_renewal_fails(int seconds)
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Issue = _ => TokenService.Json("{}", HttpStatusCode.InternalServerError);
        kajabi.Time.Advance(TimeSpan.FromSeconds(seconds));

        await kajabi.CallUntilAsync(() => service.Forms.Count > 1);
        await kajabi.Client.Sites.GetSiteAsync("1");

        Assert.All(service.Sent, static token => Assert.Equal("token-1", token));
    }

    [Fact]
    public async Task A_token_that_still_lives_is_used_before_it_ends_when_its_renewal_does_not()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(3590));
        service.Close();

        Task<SiteDocument> call = kajabi.Client.Sites.GetSiteAsync("1");
        kajabi.Time.Advance(TimeSpan.FromSeconds(5));
        for (int turn = 0; turn < 10_000 && !call.IsCompleted; turn++)
        {
            await Task.Run(static () => { });
        }

        kajabi.Time.Advance(TimeSpan.FromSeconds(100)); // Ends a call that waits for the renewal.
        await call;
        Assert.Equal(["token-1", "token-1"], service.Sent);
    }

    [Fact]
    public async Task A_renewal_that_fails_unseen_is_told_to_the_log_of_a_client_without_services()
    {
        TestClock time = new();
        using Log log = new();
        KajabiClientOptions options = new() { AccessTokenProvider = new FailingSource() };
        using KajabiClientCore account = new(options, time, services: null, log);
        await account.Tokens.GetAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(59.5));

        CachedAccessToken token = await account.Tokens.GetAsync(CancellationToken.None);

        Assert.Equal("first", token.Value);
        Assert.Equal(["Kajabi.AccessToken 202"], log.Lines);
    }

    [Fact]
    public async Task A_renewal_ahead_that_fails_is_tried_again_after_a_pause()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Issue = _ => TokenService.Json("{}", HttpStatusCode.InternalServerError);
        kajabi.Time.Advance(TimeSpan.FromSeconds(3400));
        await kajabi.CallUntilAsync(() => service.Forms.Count == 2);

        for (int call = 0; call < 100; call++)
        {
            await kajabi.Client.Sites.GetSiteAsync("1");
        }

        Assert.Equal(2, service.Forms.Count);
        await kajabi.CallUntilAsync(() =>
        {
            // When the failure came home is not to be seen from here, and the pause begins then.
            kajabi.Time.Advance(TimeSpan.FromMilliseconds(20));
            return service.Forms.Count == 3;
        });
    }

    [Fact]
    public async Task Once_it_has_expired_a_token_is_not_used_when_its_renewal_fails()
    {
        using TestKajabi kajabi = new();
        TokenService service = new(kajabi.Network);
        await kajabi.Client.Sites.GetSiteAsync("1");
        service.Issue = _ => TokenService.Json("{}", HttpStatusCode.InternalServerError);
        kajabi.Time.Advance(TimeSpan.FromSeconds(3600));

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => kajabi.Client.Sites.GetSiteAsync("1"));

        Assert.Equal((KajabiErrorKind.ServerError, "/v1/oauth/token"), (exception.Kind, exception.PathTemplate));
    }

    [Fact]
    public async Task Disposing_of_a_client_ends_the_renewal_that_is_under_way()
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        WaitingSource source = new(ended);
        KajabiClientOptions options = new() { AccessTokenProvider = source };
        AccessTokenCache tokens = AccessTokenCacheFactory.Create(options, TestKajabi.BackChannel(TimeProvider.System), TimeProvider.System);
        Task<CachedAccessToken> waiting = tokens.GetAsync(CancellationToken.None).AsTask();

        tokens.Dispose();

        await ended.Task;
        await Assert.ThrowsAsync<KajabiApiException>(() => waiting);
    }

    [Fact]
    public async Task Calls_that_wait_for_a_token_end_as_cancelled_when_their_client_is_disposed_of()
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        KajabiClient client = new(new KajabiClientOptions { AccessTokenProvider = new WaitingSource(ended) });
        Task<SiteDocument> call = client.Sites.GetSiteAsync("1");

        client.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task;
    }

    private sealed class FailingSource : IAccessTokenProvider
    {
        private int _asked;

        public ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken) =>
            ++_asked == 1 ? new(new AccessToken("first", TimeSpan.FromHours(1))) : throw new InvalidOperationException("Not any more.");
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

    private sealed class WaitingSource(TaskCompletionSource ended) : IAccessTokenProvider
    {
        public async ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken)
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }

            return new AccessToken("never");
        }
    }
}
