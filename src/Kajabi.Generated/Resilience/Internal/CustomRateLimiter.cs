using System.Threading.RateLimiting;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Applies a limiter of the application, which other processes may share. Its failures do not fail requests: a limit protects the API,
/// and an application should not stop because the store of its limit did.
/// </summary>
/// <param name="limiter">The limiter, which the application owns.</param>
/// <param name="time">The clock.</param>
/// <param name="telemetry">Logs failures of the limiter.</param>
internal sealed class CustomRateLimiter(RateLimiter limiter, TimeProvider time, Telemetry telemetry)
{
    // RedisRateLimiting does not use the standard metadata. It truncates to seconds, so the time can be zero.
    private const string SecondsName = "RATELIMIT_RETRYAFTER";

    private static readonly TimeSpan s_minDelay = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>The lease to pass to <see cref="Release"/> when the request ends; null if the limiter failed.</returns>
    /// <exception cref="KajabiApiException">The limiter rejected the request, and it cannot wait.</exception>
    public async Task<RateLimitLease?> AcquireAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            (RateLimitLease? lease, TimeSpan? retryAfter) = await TryAcquireAsync(request, cancellationToken).ConfigureAwait(false);
            if (lease is null or { IsAcquired: true })
            {
                return lease;
            }

            Release(request, lease);
            TimeSpan? delay = retryAfter < s_minDelay ? s_minDelay : retryAfter;
            if (delay is null || delay >= RequestState.Get(request).Remaining)
            {
                throw KajabiApiException.RateLimiterRejected(request, delay);
            }

            await Task.Delay(delay.Value, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Releases the permit of a request.</summary>
    public void Release(HttpRequestMessage request, RateLimitLease? lease)
    {
        try
        {
            lease?.Dispose();
        }
#pragma warning disable CA1031 // A limiter of the application may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            telemetry.RateLimiterFailed(request, exception);
        }
    }

    private static TimeSpan? GetRetryAfter(RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan standard))
        {
            return standard;
        }

        return lease.TryGetMetadata(SecondsName, out object? value) && value is int seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private async Task<(RateLimitLease? Lease, TimeSpan? RetryAfter)> TryAcquireAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
            return (lease, lease.IsAcquired ? null : GetRetryAfter(lease));
        }
#pragma warning disable CA1031 // A limiter of the application may throw anything.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            telemetry.RateLimiterFailed(request, exception);
            return (null, null);
        }
    }
}
