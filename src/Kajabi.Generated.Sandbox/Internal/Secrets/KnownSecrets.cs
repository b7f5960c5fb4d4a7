using System.Text.RegularExpressions;

namespace Kajabi.Sandbox.Internal.Secrets;

/// <summary>The secrets that the sandbox issues or accepts. They are removed wherever they occur, whatever name they have.</summary>
/// <param name="isToken">Returns whether a text is a valid access token or refresh token.</param>
/// <param name="literals">The other secrets.</param>
internal sealed partial class KnownSecrets(Func<string, bool> isToken, params string[] literals)
{
    /// <summary>The length of a token, which consists of hexadecimal digits.</summary>
    public const int TokenLength = 40;

    // A shorter one, which a test has chosen, occurs in words that are not secret.
    private const int MinLength = 6;

    /// <summary>Replaces all known secrets in a text.</summary>
    public string Replace(string text)
    {
        foreach (string literal in literals.Where(static literal => literal.Length >= MinLength))
        {
            text = text.Replace(literal, SecretRedactor.Redacted, StringComparison.Ordinal);
        }

        return Digits().Replace(text, match => HasToken(match.Value) ? SecretRedactor.Redacted : match.Value);
    }

    private bool HasToken(string digits) =>
        Enumerable.Range(0, digits.Length - TokenLength + 1).Any(start => isToken(digits.Substring(start, TokenLength)));

    [GeneratedRegex("[0-9a-f]{40,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
