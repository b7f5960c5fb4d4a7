using System.Text;

namespace Kajabi.Cli.Webhooks;

/// <summary>A webhook endpoint that receives a sample. Its query contains the secret and is not shown.</summary>
internal sealed class DeliveryTarget
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly Uri _url;

    private DeliveryTarget(Uri url)
    {
        _url = url;
    }

    /// <summary>The URL without user information, query and fragment.</summary>
    public string DisplayUrl => _url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <exception cref="UsageException">The text is not an absolute http or https URL.</exception>
    public static DeliveryTarget Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? new DeliveryTarget(url)
            : throw new UsageException(
                "--to must be an absolute http or https URL, such as 'http://127.0.0.1:5000/hooks/kajabi?secret=...'."
            );

    /// <summary>Posts a delivery. Redirects are not followed, as another host must not receive it.</summary>
    /// <returns>The status code.</returns>
    /// <exception cref="UnusableResponseException">There is no response.</exception>
    public async Task<int> PostAsync(string delivery, CancellationToken cancellationToken)
    {
        using HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = s_timeout };
        using StringContent content = new(delivery, Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage response = await http.PostAsync(_url, content, cancellationToken);
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
