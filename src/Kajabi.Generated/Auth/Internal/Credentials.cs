namespace Kajabi;

/// <summary>The credentials among the options: which way to a token they mean, and whether they can.</summary>
internal static class Credentials
{
    /// <summary>Makes the one token cache that all calls of the options share.</summary>
    public static AccessTokenCache CacheOf(KajabiClientOptions options, TimeProvider time) => new(IssuerOf(options, time), options.Timeout, time);

    /// <summary>Says what is wrong with them, and what to do about it.</summary>
    public static IEnumerable<string> Problems(KajabiClientOptions options)
    {
        bool usesEndpoint = !(IsBlank(options.ClientId) && IsBlank(options.ClientSecret) && IsBlank(options.RefreshToken));
        List<string> ways =
        [
            .. usesEndpoint ? ["ClientId and ClientSecret, or a RefreshToken"] : (string[])[],
            .. options.AccessToken is not null ? ["an AccessToken"] : (string[])[],
            .. options.AccessTokenSource is not null ? ["an AccessTokenSource"] : (string[])[],
        ];

        return ways.Count switch
        {
            0 => ["Kajabi needs a ClientId and a ClientSecret. Make an API key on the security page of the admin portal and set both; or set a RefreshToken, an AccessToken or an AccessTokenSource."],
            > 1 => [$"There must be one way to a token, but the options hold {string.Join(" and ", ways)}. Leave all but one unset."],
            _ => usesEndpoint ? EndpointProblems(options) : AccessTokenProblems(options),
        };
    }

    private static IAccessTokenIssuer IssuerOf(KajabiClientOptions options, TimeProvider time) => options switch
    {
        { AccessTokenSource: { } source } => new SuppliedAccessToken(source, time),
        { AccessToken: { } token } => new FixedAccessToken(token, time),
        _ => new TokenEndpoint(options, time),
    };

    private static IEnumerable<string> EndpointProblems(KajabiClientOptions options)
    {
        if (IsBlank(options.ClientId) != IsBlank(options.ClientSecret))
        {
            yield return "The ClientId and the ClientSecret belong together. Set both.";
        }

        if (new[] { options.ClientId, options.ClientSecret, options.RefreshToken }.Any(IsFrayed))
        {
            yield return "The ClientId, the ClientSecret or the RefreshToken has white space around it or a line break in it, as when it is read from a file. Trim it.";
        }
    }

    private static IEnumerable<string> AccessTokenProblems(KajabiClientOptions options)
    {
        if (options.AccessToken is { } token && !AccessToken.IsSendable(token))
        {
            yield return "The AccessToken must be printable ASCII without blanks and without the word Bearer, and not empty.";
        }
    }

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool IsFrayed(string? text) => text is not null && (text != text.Trim() || text.Any(char.IsControl));
}
