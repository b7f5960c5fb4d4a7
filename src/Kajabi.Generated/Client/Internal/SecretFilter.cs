using System.Net;
using System.Text;

namespace Kajabi;

/// <summary>Blanks the secrets of a call in a text that came from the server, which may echo what it was sent.</summary>
/// <param name="options">The credentials.</param>
/// <param name="request">The tokens, as far as the call carries any.</param>
internal sealed class SecretFilter(KajabiClientOptions options, HttpRequestMessage request)
{
    /// <summary>Under this key a request names the refresh token in its body.</summary>
    public static readonly HttpRequestOptionsKey<string?> RefreshToken = new("Kajabi.RefreshToken");

    // A header of the caller's own may be the key of a gateway.
    private static readonly HttpRequestOptionsKey<CallSettings> s_call = new(CallSettings.Key);

    private const string Blank = "***";

    // Shorter ones are no secrets, and would blank half the text.
    private const int ShortestSecret = 6;

    public int LongestSecret => Secrets().Select(static secret => secret.Length).DefaultIfEmpty().Max();

    public string Hide(string text) => Secrets().Aggregate(text, static (shown, secret) => shown.Replace(secret, Blank, StringComparison.Ordinal));

    /// <summary>Each secret as it is, and as a form, an address or a header would carry it; longer ones first, as one may hold another.</summary>
    private IEnumerable<string> Secrets()
    {
        request.Options.TryGetValue(RefreshToken, out string? refreshToken);
        request.Options.TryGetValue(s_call, out CallSettings? call);
        return new[] { request.Headers.Authorization?.Parameter, options.ClientSecret, options.RefreshToken, options.AccessToken, refreshToken }
            .Concat(call?.Headers.Values ?? [])
            .OfType<string>()
            .Where(static secret => secret.Length >= ShortestSecret)
            .SelectMany(static secret => (string[])[secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), Base64(secret)])
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static secret => secret.Length);
    }

    private static string Base64(string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
}
