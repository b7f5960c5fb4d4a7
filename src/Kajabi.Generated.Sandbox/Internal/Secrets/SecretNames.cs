namespace Kajabi.Sandbox.Internal.Secrets;

/// <summary>
/// The names of headers, parameters and members whose values are secret. Case, and other characters than letters, do not matter.
/// </summary>
internal static class SecretNames
{
    /// <summary>The parameters of token requests whose values are not secret. All others are redacted.</summary>
    public static readonly string[] PublicParameters = ["grant_type", "client_id", "token_type_hint", "scope"];

    private static readonly string[] s_parts =
    [
        "secret",
        "token",
        "password",
        "passwd",
        "passphrase",
        "credential",
        "authorization",
        "cookie",
        "apikey",
        "accesskey",
        "privatekey",
        "signature",
        "assertion",
    ];

    /// <summary>Names that are too short to be found as a part of others.</summary>
    private static readonly string[] s_names = ["key", "sig", "auth", "pwd", "pass", "jwt"];

    /// <summary>Names that contain such a part, and whose values are not secret.</summary>
    private static readonly string[] s_publicNames = ["tokentypehint", "tokentype"];

    /// <summary>Returns whether the values with a name are secret.</summary>
    public static bool IsSecret(string name)
    {
        string letters = GetLetters(name);
        return !s_publicNames.Contains(letters) && (s_names.Contains(letters) || HasPart(letters));
    }

    /// <summary>Returns whether a text in an unknown format contains such a name, so that it can contain the value, too.</summary>
    public static bool IsIn(string text) => HasPart(GetLetters(text));

    private static bool HasPart(string letters) => s_parts.Any(part => letters.Contains(part, StringComparison.Ordinal));

    private static string GetLetters(string name) =>
        string.Concat(Uri.UnescapeDataString(name.Replace('+', ' ')).Where(char.IsAsciiLetter)).ToLowerInvariant();
}
