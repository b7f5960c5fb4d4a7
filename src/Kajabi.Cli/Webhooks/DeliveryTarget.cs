using System.Text;
using Kajabi.Cli.Connections;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Cli.Webhooks;

/// <summary>A webhook endpoint that receives deliveries. Its query contains the secret and is not shown.</summary>
internal sealed class DeliveryTarget
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    // They belong to a connection, or are set by the client.
    private static readonly string[] s_skippedHeaders =
    [
        "Connection",
        "Content-Length",
        "Expect",
        "Host",
        "Keep-Alive",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
    ];

    private readonly Uri _url;
    private readonly RequestLog? _log;

    private DeliveryTarget(Uri url, RequestLog? log)
    {
        (_url, _log) = (url, log);
    }

    /// <summary>The URL without user information, query and fragment.</summary>
    public string DisplayUrl => _url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <param name="option">The option that contains the URL.</param>
    /// <param name="text">The URL.</param>
    /// <param name="log">Writes the requests; null for none.</param>
    /// <exception cref="UsageException">The text is not an absolute http or https URL.</exception>
    public static DeliveryTarget Parse(string option, string text, RequestLog? log) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? new DeliveryTarget(url, log)
            : throw new UsageException(
                $"{option} must be an absolute http or https URL, such as 'http://127.0.0.1:5000/hooks/kajabi?secret=...'."
            );

    /// <summary>Posts a delivery.</summary>
    /// <returns>The status code.</returns>
    /// <exception cref="UnusableResponseException">There is no response.</exception>
    public async Task<int> PostAsync(string delivery, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _url);
        request.Content = new StringContent(delivery, Encoding.UTF8, "application/json");
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Posts a delivery as it was received: the same body and headers. The secret of its URL is not sent.</summary>
    /// <param name="received">The request that contains the delivery. Its body is buffered.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The status code.</returns>
    /// <exception cref="UnusableResponseException">There is no response.</exception>
    public async Task<int> ForwardAsync(HttpRequest received, CancellationToken cancellationToken)
    {
        received.Body.Position = 0;
        using MemoryStream body = new();
        await received.Body.CopyToAsync(body, cancellationToken);
        using HttpRequestMessage request = new(HttpMethod.Post, _url);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in received.Headers)
        {
            if (!s_skippedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _ =
                    request.Headers.TryAddWithoutValidation(name, [.. values])
                    || request.Content.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a request. Redirects are not followed, as another host must not receive the delivery.</summary>
    private async Task<int> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using HttpClient http = new(_log?.CreateHandler(hidesQuery: true) ?? new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Timeout = s_timeout,
        };
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException exception)
        {
            throw new UnusableResponseException($"{DisplayUrl} did not respond ({exception.HttpRequestError}).");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnusableResponseException($"{DisplayUrl} did not respond within {s_timeout.TotalSeconds} seconds.");
        }
    }
}
