using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kajabi.Contract.Payloads;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Live;

/// <summary>Sends GET requests for an account, one at a time, and waits for Retry-After after a 429 response.</summary>
/// <param name="settings">The base URL and the credentials.</param>
/// <param name="handler">The HTTP handler, which must not follow redirects, so that token and secret are only sent to the API.</param>
/// <param name="time">The clock for delays.</param>
internal sealed class LiveConnection(LiveSettings settings, HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private const int MaxAttempts = 4;
    private const long MaxBodyBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan s_defaultDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_maxDelay = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new(handler, disposeHandler: false)
    {
        BaseAddress = settings.BaseAddress,
        MaxResponseContentBufferSize = MaxBodyBytes,
    };

    /// <summary>Requests an access token with the client credentials grant.</summary>
    /// <returns>Null on success; otherwise the status code of the error response.</returns>
    /// <exception cref="HttpRequestException">The API cannot be reached.</exception>
    public async Task<HttpStatusCode?> AuthenticateAsync(CancellationToken cancellationToken)
    {
        LiveResponse response = await SendAsync(
                () =>
                    new HttpRequestMessage(HttpMethod.Post, "/v1/oauth/token")
                    {
                        Content = new FormUrlEncodedContent(
                            new Dictionary<string, string>
                            {
                                ["grant_type"] = "client_credentials",
                                ["client_id"] = settings.ClientId,
                                ["client_secret"] = settings.ClientSecret,
                            }
                        ),
                    },
                cancellationToken
            )
            .ConfigureAwait(false);
        string? token = response.IsSuccess ? ParseToken(response.Body) : null;
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return token is null ? response.Status : null;
    }

    /// <exception cref="HttpRequestException">The API cannot be reached, or its response is larger than 64 MiB.</exception>
    public Task<LiveResponse> GetAsync(string path, string accept, CancellationToken cancellationToken) =>
        SendAsync(
            () =>
            {
                HttpRequestMessage request = new(HttpMethod.Get, path);
                request.Headers.Accept.ParseAdd(accept);
                return request;
            },
            cancellationToken
        );

    public void Dispose() => _http.Dispose();

    private static string? ParseToken(byte[] body)
    {
        try
        {
            return (StrictJson.Parse(body) as JObject)?["access_token"] is JValue { Value: string token } ? token : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<LiveResponse> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            using HttpRequestMessage request = create();
            using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.TooManyRequests || attempt == MaxAttempts)
            {
                return new LiveResponse(
                    response.StatusCode,
                    await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)
                );
            }

            await Task.Delay(GetDelay(response.Headers.RetryAfter, attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan GetDelay(RetryConditionHeaderValue? retryAfter, int attempt)
    {
        TimeSpan delay = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - time.GetUtcNow() : s_defaultDelay * attempt);
        return delay < TimeSpan.Zero ? TimeSpan.Zero
            : delay > s_maxDelay ? s_maxDelay
            : delay;
    }
}
