using Newtonsoft.Json.Linq;
using Refit;

namespace Kajabi;

/// <summary>The call of the token endpoint and the reading of its answer.</summary>
internal static class TokenRequest
{
    public const string Path = "/v1/oauth/token";

    public static async Task<AccessToken> SendAsync(
        KajabiClientOptions options, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, TimeProvider time, CancellationToken timeLimit)
    {
        using HttpRequestMessage request = Create(options);

        // The lifetime began when the API answered; counted from before the call, it can only seem shorter.
        long asked = time.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await send(request, timeLimit).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw KajabiApiException.From(request, response);
            }

            OpenObject? document = Read((AnswerContent)response.Content);
            return document?["access_token"] is JValue { Value: string value } && IsSendable(value)
                ? new AccessToken(value, TokenLifetime.UsableUntil(document["expires_in"], asked, time))
                : throw KajabiApiException.Unreadable(request, response, "It holds no access_token that can be sent.");
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested)
        {
            throw KajabiApiException.TimedOut(request, exception);
        }
        catch (HttpRequestException exception)
        {
            throw KajabiApiException.Unreachable(request, exception);
        }
    }

    private static HttpRequestMessage Create(KajabiClientOptions options)
    {
        HttpRequestMessage request = new(HttpMethod.Post, options.BaseAddress.AbsoluteUri.TrimEnd('/') + Path)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", options.ClientId!),
                new("client_secret", options.ClientSecret!),
            ]),
        };
        request.Headers.Accept.ParseAdd("application/json");
        request.Options.Set(new HttpRequestOptionsKey<string>(HttpRequestMessageOptions.RelativePathTemplate), Path);
        return request;
    }

    private static OpenObject? Read(AnswerContent answer)
    {
        try
        {
            using StreamReader text = answer.OpenText();
            return (OpenObject)JsonApiSerializer.Read(typeof(OpenObject), text);
        }
        catch (KajabiDocumentException)
        {
            // An HTML page or half an answer: the caller says so without quoting what may hold a token.
            return null;
        }
    }

    /// <summary>Whether a token can stand in a header without breaking out of it.</summary>
    private static bool IsSendable(string token) => token.Length > 0 && token.All(static letter => letter is > ' ' and < '\x7f');
}
