namespace Kajabi;

/// <summary>
/// Gets a token for the client credentials and keeps it until shortly before it expires. However many callers wait,
/// one request is under way; a caller that gives up takes nobody with it, and a failure is not kept.
/// </summary>
/// <param name="options">The credentials.</param>
/// <param name="time">The clock; its monotonic side decides, so that a clock that jumps costs nothing.</param>
internal sealed class ClientCredentialsTokenSource(KajabiClientOptions options, TimeProvider time) : IAccessTokenSource
{
    private readonly Lock _gate = new();
    private AccessToken? _token;
    private Task<AccessToken>? _flight;

    public async ValueTask<AccessToken> GetAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<AccessToken> flight;
        lock (_gate)
        {
            if (_token is { UsableUntil: { } until } token && time.GetTimestamp() < until)
            {
                return token;
            }

            flight = _flight ??= TakeOff(send);
        }

        return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<AccessToken> TakeOff(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
    {
        Task<AccessToken> flight = Task.Run(() => FetchAsync(send), CancellationToken.None);

        // Where every caller has given up, nobody is left to look at a failure.
        flight.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return flight;
    }

    private async Task<AccessToken> FetchAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send)
    {
        try
        {
            using CancellationTokenSource limit = new(options.Timeout, time);
            AccessToken token = await TokenRequest.SendAsync(options, send, time, limit.Token).ConfigureAwait(false);
            lock (_gate)
            {
                _token = token;
            }

            return token;
        }
        finally
        {
            lock (_gate)
            {
                _flight = null;
            }
        }
    }
}
