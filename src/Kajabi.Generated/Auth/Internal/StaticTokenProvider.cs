namespace Kajabi.Auth.Internal;

/// <summary>Returns the access token of the options. It cannot be refreshed, so a 401 is returned to the caller.</summary>
/// <param name="token">The token.</param>
/// <param name="time">The clock.</param>
internal sealed class StaticTokenProvider(string token, TimeProvider time) : ITokenProvider
{
    private volatile bool _isRevoked;

    public Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit) =>
        _isRevoked
            ? throw KajabiApiException.TokenUnavailable("The AccessToken of the options was revoked. Create a client with another token.")
            // The lifetime is unknown. Half of the maximum avoids overflows.
            : Task.FromResult(new CachedAccessToken(token, TimeSpan.MaxValue / 2, time.GetTimestamp(), time));

    public Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken)
    {
        _isRevoked = true;
        return Task.CompletedTask;
    }
}
