using System.Diagnostics;
using System.Net;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Requests tokens from the token endpoint: with the refresh token when there is one, otherwise with the client credentials. A
/// rejected refresh token is discarded.
/// </summary>
/// <param name="options">The credentials.</param>
/// <param name="backChannel">Sends token requests.</param>
/// <param name="time">The clock.</param>
internal sealed class OAuthTokenProvider(KajabiClientOptions options, TokenBackChannel backChannel, TimeProvider time) : ITokenProvider
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile string? _refreshToken = string.IsNullOrEmpty(options.RefreshToken) ? null : options.RefreshToken;

    public async Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit)
    {
        if (_refreshToken is { } refreshToken)
        {
            try
            {
                return Store(await TokenRequest.SendAsync(options, refreshToken, backChannel, time, timeLimit).ConfigureAwait(false));
            }
            catch (KajabiApiException exception) when (exception.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            {
                _refreshToken = null;
                if (!options.HasClientCredentials)
                {
                    throw;
                }
            }
        }

        return !options.HasClientCredentials
            ? throw KajabiApiException.TokenUnavailable(
                "The refresh token was rejected or revoked, and no client credentials are set. Set a new RefreshToken, or ClientId and "
                    + "ClientSecret."
            )
            : Store(await TokenRequest.SendAsync(options, refreshToken: null, backChannel, time, timeLimit).ConfigureAwait(false));
    }

    /// <summary>The API revokes a refresh token together with its access token; reusing it would look like theft.</summary>
    public Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken)
    {
        _refreshToken = null;
        return Task.CompletedTask;
    }

    private CachedAccessToken Store(TokenResponse response)
    {
        // Using a refresh token may revoke its access token, which other processes may share.
        if (options.AccessTokenSharing == AccessTokenSharing.None)
        {
            // A server that does not rotate refresh tokens omits it, and the old one remains valid.
            _refreshToken = response.RefreshToken ?? _refreshToken;
        }

        return response.AccessToken;
    }
}
