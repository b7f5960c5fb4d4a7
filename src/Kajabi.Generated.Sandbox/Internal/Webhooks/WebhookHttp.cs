using System.Text;

namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>Sends the requests of webhooks.</summary>
internal sealed class WebhookHttp : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            // A simple server closes a connection without announcing it, which loses a delivery that reuses the connection.
            PooledConnectionLifetime = TimeSpan.Zero,
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public void Dispose() => _http.Dispose();

    /// <summary>Sends a request.</summary>
    /// <returns>The status code, or 0 and why there was no response.</returns>
    public async Task<(int Status, string? Problem)> SendAsync(HttpMethod method, Uri target, string? body, CancellationToken stop)
    {
        using HttpRequestMessage request = new(method, target);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return ((int)response.StatusCode, null);
        }
        catch (HttpRequestException exception)
        {
            return (0, $"There was no response: {exception.Message}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (0, "There was no response within 10 seconds.");
        }
    }
}
