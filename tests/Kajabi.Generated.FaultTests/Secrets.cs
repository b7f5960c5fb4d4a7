using System.Text;

namespace Kajabi.Tests;

/// <summary>Every credential and every datum of a person in these tests: markers that may stand in no log, trace, metric, message or text form.</summary>
internal static class Secrets
{
    public const string ClientId = "fault-client";
    public const string ClientSecret = "client-secret-mark/er+1&2%";
    public const string RefreshToken = "refresh-token-marker/1==";
    public const string HeaderValue = "gateway-key-marker";
    public const string Email = "ada.marker@example.org";

    private const string TokenStem = "access-token-marker";

    private static readonly string[] s_credentials = [ClientSecret, RefreshToken, HeaderValue, TokenStem, $"{ClientId}:{ClientSecret}"];

    /// <summary>What must not be found anywhere: credentials and personal data, as they are and as they travel.</summary>
    public static IReadOnlyList<string> Everywhere { get; } = [.. s_credentials.Append(Email).SelectMany(Forms).Distinct()];

    /// <summary>What must not be found even where personal data may stand.</summary>
    public static IReadOnlyList<string> Credentials { get; } = [.. s_credentials.SelectMany(Forms).Distinct()];

    /// <summary>The token of the n-th answer of the token endpoint.</summary>
    public static string Token(int number) => $"{TokenStem}-{number}";

    private static IEnumerable<string> Forms(string secret)
    {
        string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        return
        [
            secret,
            Uri.EscapeDataString(secret),
            System.Net.WebUtility.UrlEncode(secret),
            base64.TrimEnd('='),
            base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        ];
    }
}
