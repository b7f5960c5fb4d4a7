using System.Text;
using System.Text.RegularExpressions;

namespace Kajabi.Sandbox.Internal.Secrets;

/// <summary>
/// Removes secrets from everything that is recorded or logged of a request. Secrets are recognized by their names, by their place in a URL,
/// and by their value if the sandbox knows it, so that they are removed from misspelled requests, too.
/// </summary>
internal static partial class SecretRedactor
{
    public const string Redacted = "(redacted)";

    // A percent sign can be escaped again.
    private const int MaxEscapes = 8;

    /// <summary>Redacts the value of a header or of a parameter.</summary>
    public static string RedactValue(string name, string value, KnownSecrets? known = null) =>
        !SecretNames.IsSecret(name) ? RedactText(value, known)
        : value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? $"Bearer {Redacted}"
        : Redacted;

    /// <summary>
    /// Redacts the secret of an activation link, <c>/webhooks/offers/(redacted)/456/activate</c>, at any place of a path and whatever
    /// characters are escaped, and other secrets.
    /// </summary>
    /// <param name="path">The unescaped path.</param>
    /// <param name="known">The secrets that the sandbox knows. Default: null, none.</param>
    public static string RedactPath(string path, KnownSecrets? known = null)
    {
        string decoded = Decode(path);
        string redacted = RedactText(decoded, known);
        return redacted == decoded ? path : $"/{string.Join('/', redacted.Split('/', StringSplitOptions.RemoveEmptyEntries))}";
    }

    /// <summary>Redacts the values of a query or a form.</summary>
    public static string RedactQuery(string query, KnownSecrets? known = null) =>
        string.Join('&', query.Split('&').Select(parameter => RedactParameter(parameter, known)));

    /// <summary>
    /// Redacts the secrets in a text: user names and passwords of URLs, values after a secret name, activation links, and known secrets,
    /// also those that are escaped as in URLs.
    /// </summary>
    public static string RedactText(string text, KnownSecrets? known = null)
    {
        try
        {
            string redacted = RedactUnescaped(text, known);
            return redacted.Contains('%', StringComparison.Ordinal)
                ? Word()
                    .Replace(
                        redacted,
                        match => Decode(match.Value) is var word && RedactUnescaped(word, known) != word ? Redacted : match.Value
                    )
                : redacted;
        }
        catch (RegexMatchTimeoutException)
        {
            return Redacted;
        }
    }

    private static string RedactUnescaped(string text, KnownSecrets? known)
    {
        text = UserInfo().Replace(known?.Replace(text) ?? text, $"//{Redacted}@");
        return RedactNamedValues(Word().Replace(text, static match => RedactLink(match.Value)));
    }

    /// <summary>Redacts the values after secret names, also within the value of another name.</summary>
    private static string RedactNamedValues(string text)
    {
        StringBuilder redacted = new();
        int copied = 0;
        Match name = Name().Match(text);
        while (name.Success)
        {
            int end = name.Index + name.Length;
            if (SecretNames.IsSecret(name.Groups["name"].Value) && Value().Match(text, end) is { Success: true } value)
            {
                redacted.Append(text, copied, end - copied).Append(Redacted);
                copied = end = value.Index + value.Length;
            }

            name = Name().Match(text, end);
        }

        return redacted.Append(text, copied, text.Length - copied).ToString();
    }

    private static string RedactParameter(string parameter, KnownSecrets? known)
    {
        string[] parts = parameter.Split('=', 2);
        if (parts is [var name, { Length: > 0 } value])
        {
            return IsRedacted(name) ? Redacted
                : SecretNames.IsSecret(name) || IsRedacted(value) ? $"{name}={Redacted}"
                : parameter;
        }

        return IsRedacted(parameter) ? Redacted : parameter;

        bool IsRedacted(string part) => Decode(part.Replace('+', ' ')) is var decoded && RedactText(decoded, known) != decoded;
    }

    /// <summary>Redacts the segments after <c>webhooks/offers</c>, which can be misspelled.</summary>
    private static string RedactLink(string text)
    {
        string[] segments = text.Split('/');
        int[] filled = [.. Enumerable.Range(0, segments.Length).Where(index => segments[index].Length > 0)];
        for (int index = filled.Length - 1; index >= 2; index--)
        {
            if (IsLike(segments[filled[index - 2]], "webhooks") && IsLike(segments[filled[index - 1]], "offers"))
            {
                segments[filled[index]] = Redacted;
            }
        }

        return string.Join('/', segments);
    }

    private static bool IsLike(string segment, string name) => Suggestion.FindMisspelled(segment.ToLowerInvariant(), [name]) is not null;

    private static string Decode(string text)
    {
        for (int count = 0; count < MaxEscapes && text.Contains('%', StringComparison.Ordinal); count++)
        {
            text = Uri.UnescapeDataString(text);
        }

        return text;
    }

    // The password can contain an at sign, and, if what follows the colon is no port, the characters that end the host.
    [GeneratedRegex(
        "//(?:[^/?#\\s\"]+|[^/?#\\s\"@:]*:(?![0-9]{1,5}(?:[/?#\\s\"]|$))[^\\s\"]*)@",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex UserInfo();

    [GeneratedRegex("[^\\s\"'<>?#&=,;]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    // In a query, a fragment, a form, a header and in JSON. A name starts a word, so that a long word is read once.
    [GeneratedRegex(
        "(?<![\\w%.\\[\\]-])(?<name>(?>[\\w%.\\[\\]-]+))[\"'\\\\]*\\s*[=:]\\s*[\"'\\\\]*",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        "\\G(?:(?:Bearer|Basic)\\s+)?[^\\s\"'&;,#<>\\\\]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Value();
}
