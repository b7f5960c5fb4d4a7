using System.Threading.RateLimiting;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Holds requests back to the limits of the account. Token requests pass: many calls wait for one, which must not wait
/// for them.
/// </summary>
/// <param name="limiter">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="telemetry">What is told of waits.</param>
internal sealed class RateLimitHandler(RequestRateLimiter limiter, TimeProvider time, Telemetry telemetry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!limiter.IsActive || RequestKindExtensions.Of(request) == RequestKind.TokenRequest)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        long start = time.GetTimestamp();
        using RateLimitLease place = await limiter.EnterAsync(cancellationToken).ConfigureAwait(false);
        telemetry.Waited(request, time.GetElapsedTime(start), place.IsAcquired);
        return place.IsAcquired
            ? await base.SendAsync(request, cancellationToken).ConfigureAwait(false)
            : throw KajabiApiException.RateLimitQueueFull(request);
    }
}
