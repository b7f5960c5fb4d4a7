using Polly.Timeout;

namespace Kajabi.Auth.Internal;

/// <summary>Sends token requests and reads their responses.</summary>
internal static class TokenRequest
{
    public const string Path = "/v1/oauth/token";

    private static readonly HttpRequestOptionsKey<object> s_key = new("Kajabi.IsTokenRequest");

    /// <summary>Returns whether a request is sent to the token endpoint, by the SDK or by the application.</summary>
    public static bool IsTokenRequest(this HttpRequestMessage request) => request.Options.TryGetValue(s_key, out _);

    /// <summary>Marks a request to the token endpoint.</summary>
    public static void MarkAsTokenRequest(this HttpRequestMessage request) => request.Options.Set(s_key, true);

    /// <summary>Requests a token with a refresh token, or with the client credentials when it is null.</summary>
    public static async Task<TokenResponse> SendAsync(
        KajabiClientOptions options,
        string? refreshToken,
        TokenBackChannel backChannel,
        TimeProvider time,
        CancellationToken timeLimit
    )
    {
        using HttpRequestMessage request = Create(options, refreshToken);

        // The lifetime began when the API responded; measured from before the request, it is never too long.
        long requestedAt = time.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await backChannel.SendAsync(request, timeLimit).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw KajabiApiException.From(request, response);
            }

            AccessTokenResponse? document = Read((BufferedResponseContent)response.Content);
            return
                document is not null
                && GetText(document, "access_token", document.AccessToken) is { } value
                && AccessToken.IsSendable(value)
                ? new TokenResponse(
                    new CachedAccessToken(value, TokenLifetime.Get(document), requestedAt, time),
                    GetText(document, "refresh_token", document.RefreshToken)
                )
                : throw KajabiApiException.InvalidResponse(request, response, "It contains no valid access_token.");
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
        Dictionary<string, string> form = refreshToken is null
            ? new() { ["grant_type"] = "client_credentials" }
            : new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken };
        if (options.HasClientCredentials)
        {
            form["client_id"] = options.ClientId!;
            form["client_secret"] = options.ClientSecret!;
        }

        HttpRequestMessage request = new(HttpMethod.Post, options.BaseUrl + Path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.ParseAdd("application/json");
        HttpPipeline.AddUserAgent(request.Headers, options); // The default headers of HttpClient do not apply here.
        RouteTemplate.Set(request, Path);
        request.MarkAsTokenRequest();
        return request;
    }

    /// <summary>Returns the text of a member; null if it is empty or has another type, which the property converts.</summary>
    private static string? GetText(AccessTokenResponse document, string name, string? value) =>
        string.IsNullOrEmpty(value) || document.FindRaw(name) is not null ? null : value;

    private static AccessTokenResponse? Read(BufferedResponseContent content)
    {
        try
        {
            return (AccessTokenResponse)JsonApiSerializer.Deserialize(typeof(AccessTokenResponse), content.OpenJson);
        }
        catch (KajabiSerializationException)
        {
            // An HTML page or a truncated response. The error does not quote it, because it may contain a token.
            return null;
        }
    }
}
