using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kajabi.Sandbox.Internal.Secrets;

/// <summary>Removes secrets from the bodies of recorded requests.</summary>
internal static partial class BodyRedactor
{
    /// <summary>The segments of the paths of token requests, which can be misspelled.</summary>
    private static readonly string[] s_tokenSegments = ["oauth", "token", "tokens"];

    /// <summary>
    /// Redacts a form, JSON or a text. Of a token request, only known parameters remain. A body without secrets remains as it is.
    /// </summary>
    /// <param name="path">The segments of the path.</param>
    /// <param name="body">The body.</param>
    /// <param name="known">The secrets that the sandbox knows. Default: null, none.</param>
    public static string Redact(string[] path, string body, KnownSecrets? known = null)
    {
        bool isTokenRequest = path.Any(static segment =>
            Suggestion.FindMisspelled(segment.ToLowerInvariant(), s_tokenSegments) is not null
        );
        string text = body.TrimStart('\uFEFF').Trim();
        return text is ['{' or '[' or '"', ..] ? RedactJson(body, text, isTokenRequest, known)
            : isTokenRequest ? string.Join('&', text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(RedactTokenParameter))
            : IsForm(text) ? SecretRedactor.RedactQuery(body, known)
            : SecretNames.IsIn(text) ? SecretRedactor.Redacted
            : SecretRedactor.RedactText(body, known);
    }

    private static string RedactTokenParameter(string parameter) =>
        parameter.Split('=', 2) is not [var name, _] ? SecretRedactor.Redacted
        : SecretNames.PublicParameters.Contains(name) ? parameter
        : $"{name}={SecretRedactor.Redacted}";

    private static string RedactJson(string body, string text, bool isTokenRequest, KnownSecrets? known)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            if (isTokenRequest && document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return SecretRedactor.Redacted;
            }

            JsonRedactor redactor = new(isTokenRequest, known);
            string redacted = redactor.Redact(document.RootElement)?.ToJsonString() ?? "null";
            return redactor.HasRedacted ? redacted : body;
        }
        // In order: damaged JSON, and a text that is not Unicode.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            string unescaped = Escape().Replace(text, Unescape);
            return isTokenRequest || SecretNames.IsIn(unescaped) || SecretRedactor.RedactText(unescaped, known) != unescaped
                ? SecretRedactor.Redacted
                : body;
        }
    }

    private static string Unescape(Match match) =>
        match.Value is ['\\', 'u', .. var code]
            ? (
                (char)int.Parse(code, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture)
            ).ToString()
            : match.Value[1..];

    private static bool IsForm(string text) => text.Contains('=', StringComparison.Ordinal) && text.Split('&').All(Parameter().IsMatch);

    [GeneratedRegex("^(?:[^\\s:;\"'{}<>=]+(?:=[^\\s\";]*)?)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("\\\\(?:u[0-9A-Fa-f]{4}|[/\"\\\\])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
