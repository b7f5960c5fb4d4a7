using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kajabi.Sandbox.Internal.Secrets;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Issues and revokes tokens.</summary>
/// <param name="options">The credentials and the token lifetime.</param>
internal sealed class OAuthServer(KajabiSandboxOptions options)
{
    private const string Scheme = "Bearer ";

    private readonly Dictionary<string, DateTimeOffset> _accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _accessTokenByRefreshToken = new(StringComparer.Ordinal);

    private int _requestCount;

    /// <summary>The number of token requests, failed ones included.</summary>
    public int RequestCount => Volatile.Read(ref _requestCount);

    /// <summary>Issues tokens for the values of a form or a JSON object, which the service accepts too.</summary>
    public SandboxResponse Issue(IReadOnlyDictionary<string, string>? values)
    {
        _requestCount++; // Requests are handled one at a time.
        string? Get(string name) => values?.GetValueOrDefault(name);
        return Get("grant_type") switch
        {
            "client_credentials" when Get("client_id") is { } id && Get("client_secret") is { } secret => id == options.ClientId
            && secret == options.ClientSecret
                ? Issue()
                : Reject(401, "Invalid client credentials"),
            "client_credentials" => Reject(400, "client_id and client_secret are required"),
            "refresh_token" when Get("refresh_token") is { } token => _accessTokenByRefreshToken.Remove(token)
                ? Issue()
                : Reject(401, "Invalid refresh token"),
            "refresh_token" => Reject(400, "refresh_token is required"),
            // A user name and a password need no grant type; the sandbox has no users with a password.
            null or "password" when Get("username") is not null && Get("password") is not null => Reject(401, "Invalid credentials"),
            null => Reject(400, "grant_type is required"),
            _ => Reject(400, "grant_type must be client_credentials or refresh_token"),
        };
    }

    /// <summary>Revokes both tokens, given either of them.</summary>
    public SandboxResponse Revoke(IReadOnlyDictionary<string, string>? values)
    {
        string token = values?.GetValueOrDefault("token") ?? string.Empty;
        RevokeAccessToken(_accessTokenByRefreshToken.GetValueOrDefault(token, token));
        return new SandboxResponse(200, null);
    }

    /// <summary>Expires the access token of a request, or revokes both of its tokens.</summary>
    /// <param name="authorization">The header of the request.</param>
    /// <param name="isRevoked">Whether the refresh token becomes invalid, too.</param>
    public void Invalidate(string authorization, bool isRevoked)
    {
        string access = authorization.Split(' ', 2)[^1].Trim();
        _accessTokens.Remove(access);
        if (isRevoked)
        {
            RevokeAccessToken(access);
        }
    }

    /// <summary>Revokes all tokens, and sets the number of token requests to zero.</summary>
    public void RevokeAll()
    {
        _accessTokens.Clear();
        _accessTokenByRefreshToken.Clear();
        Volatile.Write(ref _requestCount, 0);
    }

    /// <summary>Returns whether a header contains a valid token. The case of the scheme does not matter (RFC 9110, 11.1).</summary>
    public bool IsValid(string authorization) =>
        authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && _accessTokens.TryGetValue(authorization[Scheme.Length..].Trim(), out DateTimeOffset expiration)
        && options.TimeProvider.GetUtcNow() < expiration;

    /// <summary>Returns whether a text is an access token or a refresh token that is not revoked.</summary>
    public bool IsToken(string text) => _accessTokens.ContainsKey(text) || _accessTokenByRefreshToken.ContainsKey(text);

    /// <summary>Creates an access token and its refresh token, which are valid from now on.</summary>
    public (string Access, string Refresh) CreateTokens()
    {
        (string access, string refresh) = (CreateToken(), CreateToken());
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        _accessTokens[access] =
            options.TokenLifetime < DateTimeOffset.MaxValue - now ? now + options.TokenLifetime : DateTimeOffset.MaxValue;
        _accessTokenByRefreshToken[refresh] = access;
        return (access, refresh);
    }

    private static SandboxResponse Reject(int status, string error) =>
        new(status, new JsonObject { ["error"] = error }, "application/json");

    private static string CreateToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KnownSecrets.TokenLength / 2));

    private SandboxResponse Issue()
    {
        (string access, string refresh) = CreateTokens();
        JsonObject body = new()
        {
            ["access_token"] = access,
            ["refresh_token"] = refresh,
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)options.TokenLifetime.TotalSeconds,
        };
        return new SandboxResponse(200, body, "application/json");
    }

    private void RevokeAccessToken(string access)
    {
        _accessTokens.Remove(access);
        foreach ((string refresh, _) in _accessTokenByRefreshToken.Where(pair => pair.Value == access).ToList())
        {
            _accessTokenByRefreshToken.Remove(refresh);
        }
    }
}
