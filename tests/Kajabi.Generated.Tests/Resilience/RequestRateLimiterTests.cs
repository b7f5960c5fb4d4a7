using System.Threading.RateLimiting;

namespace Kajabi.Tests.Resilience;

public sealed class RequestRateLimiterTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private readonly TestClock _time = new();

    [Fact]
    public async Task A_request_that_stops_waiting_for_the_rate_releases_its_concurrency_permit()
    {
        using RequestRateLimiter limiter = Create(rate: 1, concurrency: 1);
        (await limiter.AcquireAsync(CancellationToken.None)).Dispose();
        using CancellationTokenSource canceled = new();
        Task<RateLimitLease> waiting = limiter.AcquireAsync(canceled.Token).AsTask();

        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _time.Advance(TimeSpan.FromSeconds(1));
        using RateLimitLease lease = await limiter.AcquireAsync(CancellationToken.None).AsTask().WaitAsync(s_limit);
        Assert.True(lease.IsAcquired);
    }

    [Fact]
    public async Task Dispose_ends_the_wait_with_an_exception_that_names_the_client()
    {
        RequestRateLimiter limiter = Create(rate: null, concurrency: 1);
        using RateLimitLease lease = await limiter.AcquireAsync(CancellationToken.None);
        Task<RateLimitLease> waiting = limiter.AcquireAsync(CancellationToken.None).AsTask();

        limiter.Dispose();

        ObjectDisposedException exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(s_limit));
        Assert.Contains(nameof(KajabiClient), exception.ObjectName, StringComparison.Ordinal);
    }

    private RequestRateLimiter Create(int? rate, int? concurrency) =>
        new(
            new KajabiRateLimitOptions
            {
                MaxRequestsPerSecond = rate,
                MaxConcurrentRequests = concurrency,
                QueueLimit = 10,
            },
            _time
        );
}
