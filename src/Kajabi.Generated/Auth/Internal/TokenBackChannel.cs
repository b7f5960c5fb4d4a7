namespace Kajabi.Auth.Internal;

/// <summary>
/// Sends token requests through the handlers inside the <see cref="AuthenticationHandler"/>, with retries of their own. A token
/// request must not pass the authentication that waits for it.
/// </summary>
/// <param name="retries">Retries token requests.</param>
internal sealed class TokenBackChannel(RetryPolicy retries)
{
    private HttpMessageInvoker? _invoker;

    /// <summary>Sets the handlers that send token requests. Only the first call counts: a client has one pipeline.</summary>
    /// <param name="inner">The handler inside the authentication. It exists once the pipeline is built.</param>
    public void Connect(HttpMessageHandler inner)
    {
        if (_invoker is null)
        {
            Interlocked.CompareExchange(ref _invoker, new HttpMessageInvoker(inner, disposeHandler: false), null);
        }
    }

    /// <summary>Sends a token request.</summary>
    /// <exception cref="InvalidOperationException">The back channel is not connected.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        retries.SendTokenRequestAsync(
            request,
            _invoker ?? throw new InvalidOperationException("The back channel of the token request is not connected."),
            cancellationToken
        );
}
