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
            (RateLimitLease? lease, bool isAdmitted, TimeSpan? retryAfter) = await TryAcquireAsync(request, cancellationToken)
                .ConfigureAwait(false);
            if (isAdmitted)
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

    // Limiters use types of their own for the standard metadata, too.
    private static TimeSpan? GetRetryAfter(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter.Name, out object? standard) && standard is TimeSpan time ? time
        : lease.TryGetMetadata(SecondsName, out object? value) && value is int seconds ? TimeSpan.FromSeconds(seconds)
        : null;

    private async Task<(RateLimitLease? Lease, bool IsAdmitted, TimeSpan? RetryAfter)> TryAcquireAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        RateLimitLease? lease = null;
        try
        {
            lease = await WaitForLeaseAsync(cancellationToken).ConfigureAwait(false);
            return lease.IsAcquired ? (lease, true, null) : (lease, false, GetRetryAfter(lease));
        }
#pragma warning disable CA1031 // A limiter of the application may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Release(request, lease);

            // Not its own exception, which can contain the address and the password of its store.
            cancellationToken.ThrowIfCancellationRequested();
            telemetry.RateLimiterFailed(request, exception);
            return (null, true, null);
        }
    }

    /// <summary>Waits as long as the request may: a limiter can ignore the cancellation token while it waits for its store.</summary>
    private async Task<RateLimitLease> WaitForLeaseAsync(CancellationToken cancellationToken)
    {
        Task<RateLimitLease> acquisition = limiter.AcquireAsync(1, cancellationToken).AsTask();
        try
        {
            RateLimitLease lease = await acquisition.WaitAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return lease;
        }
        catch (OperationCanceledException)
        {
            _ = acquisition
                .ContinueWith(
                    static late => late.Result.Dispose(),
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnRanToCompletion,
                    TaskScheduler.Default
                )
                .IgnoreUnobservedException();
            throw;
        }
    }
}
