using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kajabi.Client.Internal;

/// <summary>Blanks the secrets of a call in a text that came from the server, which may echo what it was sent.</summary>
/// <param name="options">The credentials.</param>
/// <param name="request">The secrets that the call carries, in its header or in a form.</param>
internal sealed class SecretFilter(KajabiClientOptions options, HttpRequestMessage request)
{
    /// <summary>The values of the headers that the application set on a raw request.</summary>
    public static readonly HttpRequestOptionsKey<IReadOnlyList<string>> RawHeadersKey = new("Kajabi.RawHeaders");

    private const string Blank = "***";

    // Shorter ones are no secrets, and would blank half the text.
    private const int ShortestSecret = 6;

    private const int LongestEscape = 6; // As in \u0026.

    private static readonly FrozenSet<string> s_secretFields = FrozenSet.Create(
        StringComparer.Ordinal,
        "client_secret",
        "password",
        "refresh_token",
        "token"
    );

    private readonly IReadOnlyList<string> _form = OfForm(request.Content);

    /// <summary>How many characters a secret may take, escaped throughout.</summary>
    public int LongestSecret => Secrets().Select(static secret => secret.Length).DefaultIfEmpty().Max() * LongestEscape;

    /// <summary>Removes secrets from a text that is plain or JSON, in which each server escapes other characters.</summary>
    public string HideInBody(string text) => UserInfoFilter.Sanitize(HideSecrets(text));

    public string Hide(string text) =>
        UserInfoFilter.Sanitize(
            Secrets().Aggregate(text, static (shown, secret) => shown.Replace(secret, Blank, StringComparison.Ordinal))
        );

    private string HideSecrets(string text) =>
        text.Contains('\\', StringComparison.Ordinal)
            ? Secrets().Aggregate(text, static (shown, secret) => new Regex(PatternOf(secret)).Replace(shown, Blank))
            : Hide(text);

    /// <summary>
    /// Each secret as it is, and as a form, an address or a header would carry it; longer ones first, as one may hold another.
    /// </summary>
    private IEnumerable<string> Secrets()
    {
        // A header of the caller's own may be the key of a gateway.
        RequestOptionsSnapshot? call = RequestOptionsSnapshot.Get(request);
        return new[] { request.Headers.Authorization?.Parameter, options.ClientSecret, options.RefreshToken, options.AccessToken }
            .Concat(call?.Headers.Values ?? [])
            .Concat(request.Options.TryGetValue(RawHeadersKey, out IReadOnlyList<string>? raw) ? raw : [])
            .Concat(_form)
            .OfType<string>()
            .Where(static secret => secret.Length >= ShortestSecret)
            .SelectMany(static secret => (string[])[secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), Base64(secret)])
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static secret => secret.Length);
    }

    private static string PatternOf(string secret) =>
        string.Concat(
            secret.Select(static letter =>
                char.IsAsciiLetterOrDigit(letter) ? $"{letter}" : $@"(?:\\u(?i:{(int)letter:x4})|\\?{Regex.Escape($"{letter}")})"
            )
        );

    private static IReadOnlyList<string> OfForm(HttpContent? body)
    {
        if (body?.Headers.ContentType?.MediaType != "application/x-www-form-urlencoded")
        {
            return [];
        }

        // Forms are in memory, and may have been read before.
        Stream stream = body.ReadAsStream();
        stream.Position = 0;
        using StreamReader text = new(stream, leaveOpen: true);
        return
        [
            .. text.ReadToEnd()
                .Split('&')
                .Select(static field => field.Split('=', 2))
                .Where(static field => field.Length == 2 && s_secretFields.Contains(field[0]))
                .Select(static field => WebUtility.UrlDecode(field[1])),
        ];
    }

    private static string Base64(string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
}
