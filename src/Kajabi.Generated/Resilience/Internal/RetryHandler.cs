namespace Kajabi.Resilience.Internal;

/// <summary>Retries the attempts that the inner handlers make.</summary>
/// <param name="retries">Decides about retries.</param>
internal sealed class RetryHandler(RetryPolicy retries) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        retries.SendAsync(request, base.SendAsync, cancellationToken);
}
