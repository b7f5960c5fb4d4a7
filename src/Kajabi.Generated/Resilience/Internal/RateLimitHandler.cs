using System.Threading.RateLimiting;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Applies the client-side rate limit. Token requests are exempt, because other requests wait for them.
/// </summary>
/// <param name="limiter">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="telemetry">Records wait times.</param>
internal sealed class RateLimitHandler(RequestRateLimiter limiter, TimeProvider time, Telemetry telemetry) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        !limiter.IsActive || request.GetKind() == RequestKind.TokenRequest
            ? base.SendAsync(request, cancellationToken)
            : SendLimitedAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendLimitedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        using RateLimitLease lease = await limiter.AcquireAsync(cancellationToken).ConfigureAwait(false);
        telemetry.Waited(request, time.GetElapsedTime(start), lease.IsAcquired);
        return lease.IsAcquired
            ? await base.SendAsync(request, cancellationToken).ConfigureAwait(false)
            : throw KajabiApiException.RateLimitQueueFull(request);
    }
}
