using System.Text;

namespace Kajabi.Tests;

/// <summary>All credentials and personal data of these tests. They must not appear in a log, trace, metric, message or ToString.</summary>
internal static class TestSecrets
{
    public const string ClientId = "fault-client";
    public const string ClientSecret = "client-secret-mark/er+1&2%";
    public const string RefreshToken = "refresh-token-marker/1==";
    public const string HeaderValue = "gateway-key-marker";
    public const string Email = "ada.marker@example.org";

    private const string TokenStem = "access-token-marker";

    private static readonly string[] s_credentials = [ClientSecret, RefreshToken, HeaderValue, TokenStem, $"{ClientId}:{ClientSecret}"];

    /// <summary>Values that must not be found anywhere: credentials and personal data, plain and encoded.</summary>
    public static IReadOnlyList<string> SensitiveValues { get; } = [.. s_credentials.Append(Email).SelectMany(GetEncodings).Distinct()];

    /// <summary>Values that must not be found even where personal data is allowed.</summary>
    public static IReadOnlyList<string> Credentials { get; } = [.. s_credentials.SelectMany(GetEncodings).Distinct()];

    /// <summary>Returns the token of the n-th response of the token endpoint.</summary>
    public static string Token(int number) => $"{TokenStem}-{number}";

    private static IEnumerable<string> GetEncodings(string secret)
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
