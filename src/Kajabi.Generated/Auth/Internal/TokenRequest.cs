using Newtonsoft.Json.Linq;
using Polly.Timeout;

namespace Kajabi.Auth.Internal;

/// <summary>The call of the token endpoint and the reading of its answer.</summary>
internal static class TokenRequest
{
    public const string Path = "/v1/oauth/token";

    private static readonly HttpRequestOptionsKey<bool> s_key = new("Kajabi.IsTokenRequest");

    /// <summary>Returns whether a request is sent to the token endpoint, by the SDK or by the application.</summary>
    public static bool IsTokenRequest(this HttpRequestMessage request) => request.Options.TryGetValue(s_key, out bool isToken) && isToken;

    /// <summary>Marks a request to the token endpoint.</summary>
    public static void MarkAsTokenRequest(this HttpRequestMessage request) => request.Options.Set(s_key, true);

    /// <summary>Asks for a token with a refresh token, or with the client credentials when there is none.</summary>
    public static async Task<TokenResponse> SendAsync(
        KajabiClientOptions options,
        string? refreshToken,
        TokenBackChannel backChannel,
        TimeProvider time,
        CancellationToken timeLimit
    )
    {
        using HttpRequestMessage request = Create(options, refreshToken);

        // The lifetime began when the API answered; counted from before the call, it can only seem shorter.
        long asked = time.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await backChannel.SendAsync(request, timeLimit).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw KajabiApiException.From(request, response);
            }

            JsonApiObject? document = Read((BufferedResponseContent)response.Content);
            return document?["access_token"] is JValue { Value: string value } && AccessToken.IsSendable(value)
                ? new TokenResponse(
                    new CachedAccessToken(value, TokenLifetime.Of(document["expires_in"]), asked, time),
                    document["refresh_token"] is JValue { Value: string { Length: > 0 } next } ? next : null
                )
                : throw KajabiApiException.InvalidResponse(request, response, "It holds no access_token that can be sent.");
        }
        catch (Exception exception)
            when (exception is TimeoutRejectedException || (exception is OperationCanceledException && timeLimit.IsCancellationRequested))
        {
            throw KajabiApiException.TimedOut(request, exception);
        }
        catch (HttpRequestException exception)
        {
            throw KajabiApiException.Unreachable(request, exception);
        }
    }

    private static HttpRequestMessage Create(KajabiClientOptions options, string? refreshToken)
    {
        List<KeyValuePair<string, string>> form = refreshToken is null
            ? [new("grant_type", "client_credentials")]
            : [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)];
        if (options.HasClientCredentials)
        {
            form.AddRange([new("client_id", options.ClientId!), new("client_secret", options.ClientSecret!)]);
        }

        HttpRequestMessage request = new(HttpMethod.Post, options.BaseAddress.AbsoluteUri.TrimEnd('/') + Path)
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Accept.ParseAdd("application/json");
        HttpPipeline.AddUserAgent(request.Headers, options); // The client's default headers do not reach in here.
        RouteTemplate.Set(request, Path);
        request.MarkAsTokenRequest();
        return request;
    }

    private static JsonApiObject? Read(BufferedResponseContent answer)
    {
        try
        {
            using StreamReader text = answer.OpenText();
            return (JsonApiObject)JsonApiSerializer.Deserialize(typeof(JsonApiObject), text);
        }
        catch (KajabiSerializationException)
        {
            // An HTML page or half an answer: the caller says so without quoting what may hold a token.
            return null;
        }
    }
}
