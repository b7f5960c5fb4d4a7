namespace Kajabi.Http;

/// <summary>
/// Applies the request timeout, which covers all inner handlers, and the per-request headers.
/// </summary>
/// <param name="options">The default timeout.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestOptionsHandler(KajabiClientOptions options, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RouteTemplate.Get(request) == TokenRequest.Path)
        {
            request.MarkAsTokenRequest(); // The application called the operation.
        }

        RequestOptionsSnapshot? requestOptions = RequestOptionsSnapshot.Get(request);
        if (requestOptions is not null)
        {
            foreach ((string name, string value) in requestOptions.Headers)
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        TimeSpan timeout = requestOptions?.Timeout ?? options.Timeout;
        RequestState.Get(request).StartTimeout(timeout, time);
        using CancellationTokenSource limit = new(timeout, time);
        using CancellationTokenRegistration registration = cancellationToken.CancelAlso(limit);
        try
        {
            return await base.SendAsync(request, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw KajabiApiException.TimedOut(request, exception);
        }
    }
}
