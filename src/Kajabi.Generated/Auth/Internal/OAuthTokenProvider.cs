using System.Diagnostics;
using System.Net;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Gets tokens from the API's token endpoint: with the refresh token while there is one, otherwise with the client
/// credentials. A refresh token that is refused is forgotten.
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
                return Keep(await TokenRequest.SendAsync(options, refreshToken, backChannel, time, timeLimit).ConfigureAwait(false));
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
                "The refresh token was refused or revoked, and there are no client credentials to fall back to. Set a new RefreshToken, or ClientId and ClientSecret."
            )
            : Keep(await TokenRequest.SendAsync(options, refreshToken: null, backChannel, time, timeLimit).ConfigureAwait(false));
    }

    /// <summary>The API ends a refresh token together with its access token; using it once more would only look like a theft.</summary>
    public Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken)
    {
        _refreshToken = null;
        return Task.CompletedTask;
    }

    private CachedAccessToken Keep(TokenResponse answer)
    {
        // Using a refresh token may end its access token, which is not this process's own when others share it.
        if (options.AccessTokenSharing == AccessTokenSharing.None)
        {
            // Where a refresh token is not rotated, the answer leaves it out and the old one stays good.
            _refreshToken = answer.RefreshToken ?? _refreshToken;
        }

        return answer.AccessToken;
    }
}
