using System.Threading.RateLimiting;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Applies the client-side rate limit. Token requests are exempt, because other requests wait for them.
/// </summary>
/// <param name="limiter">The limits; null for none.</param>
/// <param name="custom">The limiter of the application, which replaces the limits; null for none.</param>
/// <param name="time">The clock.</param>
/// <param name="telemetry">Records wait times.</param>
internal sealed class RateLimitHandler(RequestRateLimiter? limiter, CustomRateLimiter? custom, TimeProvider time, Telemetry telemetry)
    : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.GetKind() == RequestKind.TokenRequest ? base.SendAsync(request, cancellationToken)
        : custom is not null ? SendLimitedAsync(request, custom, cancellationToken)
        : limiter is not null ? SendLimitedAsync(request, limiter, cancellationToken)
        : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendLimitedAsync(
        HttpRequestMessage request,
        RequestRateLimiter limits,
        CancellationToken cancellationToken
    )
    {
        long start = time.GetTimestamp();
        using RateLimitLease lease = await limits.AcquireAsync(cancellationToken).ConfigureAwait(false);
        telemetry.Waited(request, time.GetElapsedTime(start), lease.IsAcquired);
        return lease.IsAcquired
            ? await base.SendAsync(request, cancellationToken).ConfigureAwait(false)
            : throw KajabiApiException.RateLimitQueueFull(request);
    }

    private async Task<HttpResponseMessage> SendLimitedAsync(
        HttpRequestMessage request,
        CustomRateLimiter shared,
        CancellationToken cancellationToken
    )
    {
        long start = time.GetTimestamp();
        RateLimitLease? lease;
        try
        {
            lease = await shared.AcquireAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (KajabiApiException)
        {
            telemetry.Rejected(request, time.GetElapsedTime(start));
            throw;
        }

        try
        {
            telemetry.Waited(request, time.GetElapsedTime(start), isAdmitted: true);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            shared.Release(request, lease);
        }
    }
}
