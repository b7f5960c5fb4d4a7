namespace Kajabi.Http.AtMostOnce;

/// <summary>
/// Sends each attempt of a write once, even if a handler of the application between here and the
/// <see cref="SendPermitHandler"/> resends it, and rejects a response that came from another address after a redirect.
/// </summary>
/// <param name="options">The size limits of a response.</param>
/// <param name="isDedicated">
/// Whether the handler receives requests of the SDK only. A handler chain shared with other clients also
/// sends requests without a permit, and may follow redirects for those.
/// </param>
internal sealed class SendGuardHandler(KajabiClientOptions options, bool isDedicated) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SendPermit? permit = SendPermit.Find(request);
        if (
            permit is null
            && isDedicated
            && !SendPermit.IsInAttempt
            && request.Method != HttpMethod.Get
            && request.Method != HttpMethod.Head
        )
        {
            // A failed task: a handler of the application may start several sends before it awaits them.
            return Task.FromException<HttpResponseMessage>(
                new InvalidOperationException(
                    $"A handler of the application sent {request.Method} outside of any attempt of the SDK. It was not sent, because it "
                        + "may be a duplicate."
                )
            );
        }

        return permit is null or { IsRead: true }
            ? SendToNetworkAsync(request, permit, cancellationToken)
            : permit.SendOnceAsync(request, SendAndRecordAsync, cancellationToken);
    }

    private async Task<RecordedResponse> SendAndRecordAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await SendToNetworkAsync(request, read: null, cancellationToken).ConfigureAwait(false);
        return await RecordedResponse
            .ReadAsync(response, ResponseBufferingHandler.GetLimit(request, response, options), cancellationToken)
            .ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendToNetworkAsync(HttpRequestMessage request, SendPermit? read, CancellationToken cancellationToken)
    {
        try
        {
            read?.CountRead();
        }
        catch (InvalidOperationException exception)
        {
            return Task.FromException<HttpResponseMessage>(exception);
        }

        // The handler of the SDK does not follow redirects.
        return InnerHandler is NetworkHandler
            ? base.SendAsync(request, cancellationToken)
            : SendWithoutRedirectAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithoutRedirectAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri? requested = request.RequestUri;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (
            (isDedicated || SendPermit.Find(request) is not null)
            && response.RequestMessage?.RequestUri is { } reached
            && reached != requested
        )
        {
            response.Dispose();
            throw new InvalidOperationException(
                $"The primary HTTP handler followed a redirect of {request.Method} to another address, which could leak a token. "
                    + "Turn redirects off in that handler, or use a SocketsHttpHandler, for which the SDK does so."
            );
        }

        return response;
    }
}
