namespace Kajabi.Auth.Internal;

/// <summary>Requests access tokens with one kind of credentials. Called by one refresh at a time.</summary>
internal interface ITokenProvider
{
    /// <summary>Requests a token.</summary>
    /// <param name="previous">The token to replace, because it is about to expire or was rejected; null when there is none.</param>
    /// <param name="timeLimit">Canceled when the timeout elapses or the client is disposed.</param>
    /// <exception cref="KajabiException">No access token could be obtained.</exception>
    Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit);

    /// <summary>Shares a token with other processes once the API has accepted it.</summary>
    /// <param name="token">The token.</param>
    /// <param name="timeLimit">Cancels the operation.</param>
    Task ConfirmAsync(CachedAccessToken token, CancellationToken timeLimit) => Task.CompletedTask;

    /// <summary>Discards what was issued together with a token that is about to be revoked.</summary>
    /// <param name="revoked">The token.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken);
}
