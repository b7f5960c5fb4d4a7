using System.Threading.RateLimiting;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Limits the request rate and concurrency of a client. A request acquires a permit of each limit: the concurrency permit is
/// released when the response was read, the rate permit one second later on the injected clock. So no second has more requests
/// than allowed.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestRateLimiter(KajabiRateLimitOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _concurrency = Create(options.MaxConcurrentRequests, options.QueueLimit);
    private readonly ConcurrencyLimiter _rate = Create(options.MaxRequestsPerSecond, options.QueueLimit);

    private volatile bool _isDisposed;

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>The lease to dispose when the request ends; not acquired when the queue is full.</returns>
    /// <exception cref="ObjectDisposedException">The client was disposed while the request waited.</exception>
    public async ValueTask<RateLimitLease> AcquireAsync(CancellationToken cancellationToken)
    {
        RateLimitLease lease = await AcquireOneAsync(_concurrency, cancellationToken).ConfigureAwait(false);
        try
        {
            if (lease.IsAcquired)
            {
                RateLimitLease permit = await AcquireOneAsync(_rate, cancellationToken).ConfigureAwait(false);
                if (!permit.IsAcquired)
                {
                    lease.Dispose();
                    return permit;
                }

                _ = ReleaseLaterAsync(permit);
            }

            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _concurrency.Dispose();
        _rate.Dispose();
    }

    private static ConcurrencyLimiter Create(int? permits, int queueLimit) =>
        new(
            new ConcurrencyLimiterOptions
            {
                PermitLimit = permits ?? int.MaxValue,
                QueueLimit = queueLimit,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );

    private async ValueTask<RateLimitLease> AcquireOneAsync(ConcurrencyLimiter limiter, CancellationToken cancellationToken)
    {
        RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);

        // Disposal returns unacquired leases, as a full queue does.
        ObjectDisposedException.ThrowIf(!lease.IsAcquired && _isDisposed, typeof(KajabiClient));
        return lease;
    }

    private async Task ReleaseLaterAsync(RateLimitLease permit)
    {
        if (options.MaxRequestsPerSecond is not null)
        {
            await Task.Delay(s_second, time).ConfigureAwait(false);
        }

        permit.Dispose();
    }
}
