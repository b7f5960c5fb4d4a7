namespace Kajabi.Auth.Internal;

/// <summary>Gets new access tokens by one kind of credential. Asked by one pendingRefresh at a time.</summary>
internal interface ITokenProvider
{
    /// <summary>Gets a token.</summary>
    /// <param name="previous">The token that is to be replaced, because it nears its end or was refused; null when there is none.</param>
    /// <param name="timeLimit">Ends when nobody waits any longer.</param>
    /// <exception cref="KajabiException">There is no token to be had.</exception>
    Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit);

    /// <summary>Gives a token to others that share it, once it is known to be better than the one that it replaces.</summary>
    /// <param name="token">The token.</param>
    /// <param name="timeLimit">Ends the attempt.</param>
    Task ConfirmAsync(CachedAccessToken token, CancellationToken timeLimit) => Task.CompletedTask;

    /// <summary>Forgets what was got together with a token that is about to be revoked.</summary>
    /// <param name="revoked">The token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken);
}
