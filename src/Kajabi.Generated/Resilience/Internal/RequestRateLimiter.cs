using System.Threading.RateLimiting;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Lets requests pass as fast as an account may be called. A request takes a permit of each limit: the one for requests
/// under way comes back when its answer was read, the one for requests in a second comes back a second later. So within
/// any second no more are sent than allowed, and the injected clock says when it is over.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestRateLimiter(KajabiRateLimitOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _underWay = Create(options.MaxConcurrentRequests, options.QueueLimit);
    private readonly ConcurrencyLimiter _inSecond = Create(options.MaxRequestsPerSecond, options.QueueLimit);

    private volatile bool _isDisposed;

    public bool IsActive { get; } = (options.MaxConcurrentRequests ?? options.MaxRequestsPerSecond) is not null;

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>What ends when the request is over; not acquired where the queue is full.</returns>
    /// <exception cref="ObjectDisposedException">The client was disposed of while the request waited.</exception>
    public async ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken)
    {
        RateLimitLease place = await TakeAsync(_underWay, cancellationToken).ConfigureAwait(false);
        try
        {
            if (place.IsAcquired)
            {
                RateLimitLease permit = await TakeAsync(_inSecond, cancellationToken).ConfigureAwait(false);
                if (!permit.IsAcquired)
                {
                    place.Dispose();
                    return permit;
                }

                _ = ReturnAsync(permit);
            }

            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _underWay.Dispose();
        _inSecond.Dispose();
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

    private async ValueTask<RateLimitLease> TakeAsync(ConcurrencyLimiter limiter, CancellationToken cancellationToken)
    {
        RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);

        // Disposal turns away who waits, just as a full queue does.
        ObjectDisposedException.ThrowIf(!lease.IsAcquired && _isDisposed, typeof(KajabiClient));
        return lease;
    }

    private async Task ReturnAsync(RateLimitLease permit)
    {
        if (options.MaxRequestsPerSecond is not null)
        {
            await Task.Delay(s_second, time).ConfigureAwait(false);
        }

        permit.Dispose();
    }
}
