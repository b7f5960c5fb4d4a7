using System.Collections.Frozen;

namespace Kajabi.Http;

/// <summary>
/// Outermost: limits how long a call takes, all that the handlers inside do included, and puts the headers on it
/// that the caller asked for.
/// </summary>
/// <param name="options">The limit of calls that set none.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestOptionsHandler(KajabiClientOptions options, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RouteTemplate.Of(request) == TokenRequest.Path)
        {
            request.MarkAsTokenRequest(); // The application called the operation itself.
        }

        RequestOptionsSnapshot? settings = RequestOptionsSnapshot.Of(request);
        foreach ((string name, string value) in settings?.Headers ?? FrozenDictionary<string, string>.Empty)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        TimeSpan timeout = settings?.Timeout ?? options.Timeout;
        RequestState.Of(request).Limit(timeout, time);
        using CancellationTokenSource limit = new(timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await base.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw KajabiApiException.TimedOut(request, exception);
        }
    }
}
