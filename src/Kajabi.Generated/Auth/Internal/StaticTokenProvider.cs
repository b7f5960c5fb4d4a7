namespace Kajabi.Auth.Internal;

/// <summary>The one token that the options hold. Nothing can renew it, so a 401 for it is the caller's to see.</summary>
/// <param name="token">The token.</param>
/// <param name="time">The clock.</param>
internal sealed class StaticTokenProvider(string token, TimeProvider time) : ITokenProvider
{
    private volatile bool _isRevoked;

    public Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit) =>
        _isRevoked
            ? throw KajabiApiException.TokenUnavailable("The AccessToken of the options was revoked. Make a client with another token.")
            // For ever, as far as is known here; half of it leaves room for the arithmetic.
            : Task.FromResult(new CachedAccessToken(token, TimeSpan.MaxValue / 2, time.GetTimestamp(), time));

    public Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken)
    {
        _isRevoked = true;
        return Task.CompletedTask;
    }
}
