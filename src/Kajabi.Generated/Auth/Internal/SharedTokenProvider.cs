namespace Kajabi.Auth.Internal;

/// <summary>
/// Shares the access token with other processes through the distributed cache. The cache is read first, also after a rejection
/// and before expiration, because another process may have stored a new token.
/// </summary>
/// <param name="provider">Requests tokens when the cache has no fresh one.</param>
/// <param name="store">The cache.</param>
internal sealed class SharedTokenProvider(ITokenProvider provider, SharedTokenStore store) : ITokenProvider
{
    public async Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit)
    {
        CachedAccessToken? shared = await store.ReadAsync(timeLimit).ConfigureAwait(false);
        if (shared?.Value == previous?.Value)
        {
            // It has not been replaced. The age measured here is more reliable than the clock of another process.
            shared = previous;
        }

        if (shared is { IsFresh: true })
        {
            return shared;
        }

        CachedAccessToken token;
        try
        {
            token = await provider.IssueAsync(previous, timeLimit).ConfigureAwait(false);
        }
        catch (Exception) when (shared is { HasExpired: false } && shared != previous)
        {
            // A shared token that has not expired is better than none, unless it is the one to replace.
            return shared;
        }

        // An operation that rejects every token must not replace the token that other operations use.
        token.IsUnconfirmed = previous is { IsRejected: true };
        if (!token.IsUnconfirmed)
        {
            await store.WriteAsync(token, timeLimit).ConfigureAwait(false);
        }

        return token;
    }

    public Task ConfirmAsync(CachedAccessToken token, CancellationToken timeLimit) => store.WriteAsync(token, timeLimit);

    public async Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken)
    {
        await provider.DetachAsync(revoked, cancellationToken).ConfigureAwait(false);
        await store.RemoveAsync(cancellationToken).ConfigureAwait(false);
    }
}
