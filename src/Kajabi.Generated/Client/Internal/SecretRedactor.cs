using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kajabi.Client.Internal;

/// <summary>Replaces the secrets of a request in texts of its response and in exceptions. A server may echo the request.</summary>
/// <param name="options">The credentials.</param>
/// <param name="request">The request, whose headers or form contain further secrets.</param>
internal sealed class SecretRedactor(KajabiClientOptions options, HttpRequestMessage request)
{
    /// <summary>Other secrets of a request: the headers that the application set on a raw request, or the token of an offer link.</summary>
    public static readonly HttpRequestOptionsKey<IReadOnlyList<string>> RequestSecretsKey = new("Kajabi.RequestSecrets");

    private const string Replacement = "***";

    // Shorter values are no secrets, and replacing them would make the text unreadable.
    private const int MinSecretLength = 6;

    private const int MaxEscapeLength = 6; // As in \u0026.

    private readonly IReadOnlyList<string> _formSecrets = ReadForm(request.Content);

    /// <summary>The maximum length of a secret in a body, if each of its characters is escaped.</summary>
    public int MaxSecretLength => Secrets().Select(static secret => secret.Length).DefaultIfEmpty().Max() * MaxEscapeLength;

    /// <summary>Redacts a body: plain text, or JSON, in which any character may be escaped.</summary>
    public string RedactBody(string text) =>
        text.Contains('\\', StringComparison.Ordinal)
            ? UserInfoRedactor.Redact(
                Secrets().Aggregate(text, static (redacted, secret) => new Regex(CreatePattern(secret)).Replace(redacted, Replacement))
            )
            : Redact(text);

    /// <summary>Redacts a text without escapes.</summary>
    public string Redact(string text) =>
        UserInfoRedactor.Redact(
            Secrets().Aggregate(text, static (redacted, secret) => redacted.Replace(secret, Replacement, StringComparison.Ordinal))
        );

    /// <summary>Returns the same failure without secrets, a copy if it or an inner exception contains one.</summary>
    public Exception Redact(Exception exception) => Contains(exception) ? ExceptionCopy.Create(exception, Redact, Contains) : exception;

    private bool Contains(Exception exception)
    {
        List<string> secrets = [.. Secrets()];
        return ExceptionCopy
            .Flatten(exception)
            .SelectMany(Texts)
            .OfType<string>()
            .Any(text => secrets.Exists(secret => text.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>Returns all texts of an exception that a log may contain.</summary>
    private static IEnumerable<string?> Texts(Exception exception) =>
        exception
            .Data.Keys.Cast<object?>()
            .Concat(exception.Data.Values.Cast<object?>())
            .Select(static value => value?.ToString())
            .Append(exception.Message)
            .Append(exception.HelpLink)
            .Append(exception.ToString());

    /// <summary>
    /// Returns each secret unencoded and encoded as in a form, a URL and a header; longest first, because one may contain another.
    /// </summary>
    private IEnumerable<string> Secrets()
    {
        // A header that the application set may be the key of a gateway.
        RequestOptionsSnapshot? requestOptions = RequestOptionsSnapshot.Get(request);
        return new[] { request.Headers.Authorization?.Parameter, options.ClientSecret, options.RefreshToken, options.AccessToken }
            .Concat(requestOptions?.Headers.Values ?? [])
            .Concat(request.Options.TryGetValue(RequestSecretsKey, out IReadOnlyList<string>? others) ? others : [])
            .Concat(_formSecrets)
            .OfType<string>()
            .Where(static secret => secret.Length >= MinSecretLength)
            .SelectMany(static secret => (string[])[secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), Base64(secret)])
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static secret => secret.Length);
    }

    private static string CreatePattern(string secret) =>
        string.Concat(
            secret.Select(static letter =>
                char.IsAsciiLetterOrDigit(letter) ? $"{letter}" : $@"(?:\\u(?i:{(int)letter:x4})|\\?{Regex.Escape($"{letter}")})"
            )
        );

    private static IReadOnlyList<string> ReadForm(HttpContent? body)
    {
        if (body?.Headers.ContentType?.MediaType != "application/x-www-form-urlencoded")
        {
            return [];
        }

        // Forms are in memory, and may have been read before.
        Stream stream = body.ReadAsStream();
        stream.Position = 0;
        using StreamReader text = new(stream, leaveOpen: true);
        List<string> secrets = [];
        foreach (string field in text.ReadToEnd().Split('&'))
        {
            if (field.Split('=', 2) is ["client_secret" or "password" or "refresh_token" or "token", string secret])
            {
                secrets.Add(WebUtility.UrlDecode(secret));
            }
        }

        return secrets;
    }

    private static string Base64(string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('=');
}
