using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Kajabi.Sandbox.Internal.Http;

/// <summary>Issues and revokes tokens.</summary>
/// <param name="options">The credentials, and how long a token lives.</param>
internal sealed class OAuthServer(KajabiSandboxOptions options)
{
    private readonly Dictionary<string, DateTimeOffset> _accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _accessOfRefresh = new(StringComparer.Ordinal);

    private int _requests;

    /// <summary>How often a token was asked for, in vain or not.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public SandboxResponse Issue(IFormCollection? form)
    {
        _requests++; // Requests are answered one at a time.
        if (form is null || form.Count == 0)
        {
            return Refuse(400, "invalid_request");
        }

        bool isRefresh = form["grant_type"] == "refresh_token";
        bool isGood = isRefresh
            ? _accessOfRefresh.Remove(form["refresh_token"].ToString())
            : form["client_id"] == options.ClientId && form["client_secret"] == options.ClientSecret;
        if (!isGood)
        {
            return Refuse(401, isRefresh ? "invalid_grant" : "invalid_client");
        }

        (string access, string refresh) = (Random(), Random());
        _accessTokens[access] = options.TimeProvider.GetUtcNow().AddSeconds(options.TokenLifetime);
        _accessOfRefresh[refresh] = access;
        JsonObject body = new()
        {
            ["access_token"] = access,
            ["refresh_token"] = refresh,
            ["token_type"] = "Bearer",
            ["expires_in"] = options.TokenLifetime,
        };
        return new SandboxResponse(200, body, "application/json");
    }

    /// <summary>Either token ends both.</summary>
    public SandboxResponse Revoke(IFormCollection? form)
    {
        string token = form?["token"].ToString() ?? string.Empty;
        string access = _accessOfRefresh.GetValueOrDefault(token, token);
        _accessTokens.Remove(access);
        foreach ((string refresh, _) in _accessOfRefresh.Where(pair => pair.Value == access).ToList())
        {
            _accessOfRefresh.Remove(refresh);
        }

        return new SandboxResponse(200, null);
    }

    public bool IsValid(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && _accessTokens.TryGetValue(authorization["Bearer ".Length..], out DateTimeOffset until)
        && options.TimeProvider.GetUtcNow() < until;

    private static SandboxResponse Refuse(int status, string error) =>
        new(status, new JsonObject { ["error"] = error }, "application/json");

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
