using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Issues and revokes tokens.</summary>
/// <param name="options">The credentials and the token lifetime.</param>
internal sealed class OAuthServer(KajabiSandboxOptions options)
{
    private readonly Dictionary<string, DateTimeOffset> _accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _accessTokenByRefreshToken = new(StringComparer.Ordinal);

    private int _requestCount;

    /// <summary>The number of token requests, failed ones included.</summary>
    public int RequestCount => Volatile.Read(ref _requestCount);

    public SandboxResponse Issue(IFormCollection? form)
    {
        _requestCount++; // Requests are handled one at a time.
        if (form is null || form.Count == 0)
        {
            return Reject(400, "invalid_request");
        }

        bool isRefresh = form["grant_type"] == "refresh_token";
        bool isValid = isRefresh
            ? _accessTokenByRefreshToken.Remove(form["refresh_token"].ToString())
            : form["client_id"] == options.ClientId && form["client_secret"] == options.ClientSecret;
        if (!isValid)
        {
            return Reject(401, isRefresh ? "invalid_grant" : "invalid_client");
        }

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

    /// <summary>Creates an access token and its refresh token, which are valid from now on.</summary>
    public (string Access, string Refresh) CreateTokens()
    {
        (string access, string refresh) = (CreateToken(), CreateToken());
        _accessTokens[access] = options.TimeProvider.GetUtcNow().Add(options.TokenLifetime);
        _accessTokenByRefreshToken[refresh] = access;
        return (access, refresh);
    }

    /// <summary>Revokes both tokens, given either of them.</summary>
    public SandboxResponse Revoke(IFormCollection? form)
    {
        string token = form?["token"].ToString() ?? string.Empty;
        RevokeAccessToken(_accessTokenByRefreshToken.GetValueOrDefault(token, token));
        return new SandboxResponse(200, null);
    }

    /// <summary>Expires the access token of a request, or revokes both of its tokens.</summary>
    /// <param name="authorization">The header of the request.</param>
    /// <param name="isRevoked">Whether the refresh token becomes invalid, too.</param>
    public void Invalidate(string authorization, bool isRevoked)
    {
        string access = authorization.Split(' ', 2)[^1];
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

    public bool IsValid(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && _accessTokens.TryGetValue(authorization["Bearer ".Length..], out DateTimeOffset expiration)
        && options.TimeProvider.GetUtcNow() < expiration;

    private void RevokeAccessToken(string access)
    {
        _accessTokens.Remove(access);
        foreach ((string refresh, _) in _accessTokenByRefreshToken.Where(pair => pair.Value == access).ToList())
        {
            _accessTokenByRefreshToken.Remove(refresh);
        }
    }

    private static SandboxResponse Reject(int status, string error) =>
        new(status, new JsonObject { ["error"] = error }, "application/json");

    private static string CreateToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
