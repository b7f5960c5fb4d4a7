using Kajabi.Cli.Options;

namespace Kajabi.Cli.Connections;

/// <summary>Writes URLs without the secrets that they can contain.</summary>
internal static class UrlRedactor
{
    private const string Replacement = "***";

    // Parts of the names of parameters whose values are secrets.
    private static readonly string[] s_secretNames = ["secret", "token", "password", "key", "signature", "code"];

    /// <summary>
    /// Returns the URL without user information and fragment, and with <c>***</c> instead of the token of an offer link and of the
    /// values of secret parameters.
    /// </summary>
    /// <param name="url">The URL.</param>
    /// <param name="hidesQuery">Whether the whole query is a secret.</param>
    public static string Redact(Uri url, bool hidesQuery = false)
    {
        string origin = url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        string path = MisplacedLink.RedactPath(url.AbsolutePath);
        string query =
            url.Query.Length == 0 ? string.Empty
            : hidesQuery ? $"?{Replacement}"
            : $"?{string.Join('&', url.Query[1..].Split('&').Select(RedactParameter))}";
        return origin + path + query;
    }

    private static string RedactParameter(string parameter)
    {
        string[] parts = parameter.Split('=', 2);
        string name = Uri.UnescapeDataString(parts[0]);
        return parts.Length < 2 ? name
            : s_secretNames.Any(secret => IsPart(name, secret)) ? $"{name}={Replacement}"
            : $"{name}={Uri.UnescapeDataString(parts[1])}";
    }

    // Filters such as filter[coupon_code_eq] and page[...] are not secret.
    private static bool IsPart(string name, string secret) =>
        !name.Contains('[', StringComparison.Ordinal) && name.Contains(secret, StringComparison.OrdinalIgnoreCase);
}
