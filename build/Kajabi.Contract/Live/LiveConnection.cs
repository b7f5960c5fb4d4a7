using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kajabi.Contract.Payloads;
using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Live;

/// <summary>Reads an account politely: one request at a time, and after a 429 not before the API wants to be asked again.</summary>
/// <param name="settings">The account.</param>
/// <param name="handler">Sends the requests; follows no redirects, so that token and secret stay with the API.</param>
/// <param name="time">The clock that waits.</param>
internal sealed class LiveConnection(LiveSettings settings, HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    private const int MaxAttempts = 4;
    private const long MaxBodyBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan s_refreshRetryDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new(handler, disposeHandler: false)
    {
        BaseAddress = settings.BaseAddress,
        MaxResponseContentBufferSize = MaxBodyBytes,
    };

    /// <summary>Gets a token by client credentials.</summary>
    /// <returns>Null when it is there, otherwise the status that the API refused with.</returns>
    /// <exception cref="HttpRequestException">The API cannot be reached.</exception>
    public async Task<HttpStatusCode?> AuthenticateAsync(CancellationToken cancellationToken)
    {
        LiveResponse answer = await SendAsync(
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
        string? token = answer.IsSuccess ? TokenOf(answer.Body) : null;
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return token is null ? answer.Status : null;
    }

    /// <exception cref="HttpRequestException">The API cannot be reached, or its answer is larger than any page.</exception>
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

    private static string? TokenOf(byte[] body)
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

            await Task.Delay(Pause(response.Headers.RetryAfter, attempt), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan Pause(RetryConditionHeaderValue? retryAfter, int attempt)
    {
        TimeSpan wanted = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - time.GetUtcNow() : s_refreshRetryDelay * attempt);
        return wanted < TimeSpan.Zero ? TimeSpan.Zero
            : wanted > s_longestPause ? s_longestPause
            : wanted;
    }
}
