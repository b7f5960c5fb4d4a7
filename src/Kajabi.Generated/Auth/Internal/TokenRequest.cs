using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Kajabi;

/// <summary>The call of the token endpoint and the reading of its answer.</summary>
internal static class TokenRequest
{
    private const string Path = "/v1/oauth/token";

    // Without expires_in the API has told nothing; a short time costs a request now and then and no failed call.
    private static readonly TimeSpan s_defaultLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestLifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_largestMargin = TimeSpan.FromMinutes(1);

    public static async Task<AccessToken> SendAsync(
        KajabiClientOptions options, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, TimeProvider time, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(options.BaseAddress, Path))
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"),
                new("client_id", options.ClientId!),
                new("client_secret", options.ClientSecret!),
            ]),
        };
        request.Headers.Accept.ParseAdd("application/json");
        using HttpResponseMessage response = await send(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw KajabiApiException.From(request, response, Path);
        }

        AnswerContent answer = (AnswerContent)response.Content;
        return Read(answer, time) ?? throw KajabiApiException.Unreadable(request, response, Path, "The token endpoint answered without a usable access_token.", null);
    }

    private static AccessToken? Read(AnswerContent answer, TimeProvider time)
    {
        OpenObject document;
        try
        {
            using Stream stream = answer.Open();
            document = JsonApiSerializer.Read<OpenObject>(stream);
        }
        catch (KajabiDocumentException)
        {
            // An HTML page or half an answer: the caller says so without quoting what may hold a token.
            return null;
        }

        bool isUsable = document["access_token"] is JValue { Value: string { Length: > 0 } text } && text.All(static letter => letter is > ' ' and < '\x7f');
        return isUsable ? new AccessToken((string)document["access_token"]!, UsableUntil(document["expires_in"], time)) : null;
    }

    private static long? UsableUntil(JToken? expiresIn, TimeProvider time)
    {
        TimeSpan lifetime = s_defaultLifetime;
        if (expiresIn is JValue { Value: { } given } && decimal.TryParse(Convert.ToString(given, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal seconds))
        {
            lifetime = TimeSpan.FromSeconds((double)Math.Clamp(seconds, 0, (decimal)s_longestLifetime.TotalSeconds));
        }

        TimeSpan margin = TimeSpan.FromTicks(Math.Min(s_largestMargin.Ticks, lifetime.Ticks / 10));
        long ticks = (long)((lifetime - margin).TotalSeconds * time.TimestampFrequency);
        return ticks > 0 ? time.GetTimestamp() + ticks : null;
    }
}
