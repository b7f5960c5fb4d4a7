using System.Text.RegularExpressions;
using Kajabi.Sandbox.Internal.Http;

namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>
/// Removes secrets from everything that is recorded or logged of a request. Secrets are recognized by their names, so that they are removed
/// from requests to misspelled paths, too.
/// </summary>
internal static partial class SecretRedactor
{
    public const string Redacted = "(redacted)";

    // A percent sign can be escaped again.
    private const int MaxEscapes = 8;

    /// <summary>Parts of the names of headers, parameters and members whose values are secret.</summary>
    private static readonly string[] s_secretNames = ["secret", "token", "password", "authorization", "cookie", "apikey", "assertion"];

    /// <summary>Names that contain such a part, and whose values are not secret.</summary>
    private static readonly string[] s_publicNames = ["tokentypehint", "tokentype"];

    /// <summary>Returns whether the values with a name are secret. Case, and characters that are no letters, do not matter.</summary>
    public static bool IsSecret(string name)
    {
        string letters = string.Concat(Decode(name).Where(char.IsAsciiLetter)).ToLowerInvariant();
        return !s_publicNames.Contains(letters) && s_secretNames.Any(part => letters.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>Redacts the value of a header or of a parameter.</summary>
    public static string RedactValue(string name, string value) =>
        !IsSecret(name) ? RedactAddresses(value)
        : value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? $"Bearer {Redacted}"
        : Redacted;

    /// <summary>
    /// Redacts the secret of an activation link: <c>/webhooks/offers/(redacted)/456/activate</c>. It is one at any place of a path, and
    /// whatever characters are escaped, because a request that is misspelled contains it, too.
    /// </summary>
    /// <param name="path">The unescaped path.</param>
    public static string RedactPath(string path)
    {
        string[] segments = Decode(path, MaxEscapes).Split('/', StringSplitOptions.RemoveEmptyEntries);
        bool isRedacted = false;
        for (int index = segments.Length - 1; index >= 2; index--)
        {
            if (Is(segments[index - 2], "webhooks") && Is(segments[index - 1], "offers"))
            {
                (segments[index], isRedacted) = (Redacted, true);
            }
        }

        return isRedacted ? $"/{string.Join('/', segments)}" : path;
    }

    /// <summary>Redacts the values of a query or a form.</summary>
    public static string RedactQuery(string query) => string.Join('&', query.Split('&').Select(RedactParameter));

    /// <summary>Redacts the secrets of URLs in a text: user names, passwords, and parameters of the query.</summary>
    public static string RedactAddresses(string text) =>
        SecretParameter()
            .Replace(
                UserInfo().Replace(text, $"://{Redacted}@"),
                static match => IsSecret(match.Groups["name"].Value) ? $"{match.Groups["start"].Value}={Redacted}" : match.Value
            );

    private static string RedactParameter(string parameter) =>
        parameter.Split('=', 2) is [var name, { Length: > 0 } value] && (IsSecret(name) || RedactAddresses(Decode(value)) != Decode(value))
            ? $"{name}={Redacted}"
            : parameter;

    private static bool Is(string segment, string name) => segment.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Decode(string name) => Uri.UnescapeDataString(name.Replace('+', ' '));

    private static string Decode(string path, int maxEscapes)
    {
        for (int count = 0; count < maxEscapes && path.Contains('%', StringComparison.Ordinal); count++)
        {
            path = Uri.UnescapeDataString(path);
        }

        return path;
    }

    [GeneratedRegex("://[^/?#\\s\"@]+@", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex(
        "(?<start>[?&](?<name>[^=&?#\\s\"]+))=[^&#\\s\"\\\\]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SecretParameter();
}
