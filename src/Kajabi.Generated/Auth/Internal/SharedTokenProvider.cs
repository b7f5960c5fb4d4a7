namespace Kajabi.Auth.Internal;

/// <summary>
/// Takes over the token that another process has got, and hands on what this one gets. Looks into the cache first,
/// also after a refusal and ahead of the end: whoever comes second finds the new token there.
/// </summary>
/// <param name="issuer">Gets tokens where the cache holds none that serves.</param>
/// <param name="store">The cache.</param>
internal sealed class SharedTokenProvider(ITokenProvider issuer, SharedTokenStore store) : ITokenProvider
{
    public async Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit)
    {
        CachedAccessToken? shared = await store.ReadAsync(timeLimit).ConfigureAwait(false);
        if (shared?.Value == previous?.Value)
        {
            // Nobody has replaced it yet. Its age here is surer than what the clock of another process says of it.
            shared = previous;
        }

        if (shared is { IsFresh: true })
        {
            return shared;
        }

        CachedAccessToken token;
        try
        {
            token = await issuer.IssueAsync(previous, timeLimit).ConfigureAwait(false);
        }
        catch (Exception) when (shared is { HasExpired: false } && shared != previous)
        {
            // It still lives, which is better than no token. The one that was to be replaced is no news.
            return shared;
        }

        // One operation that rejects every token must not replace the one that others use.
        token.IsUnconfirmed = previous is { IsRefused: true };
        if (!token.IsUnconfirmed)
        {
            await store.WriteAsync(token, timeLimit).ConfigureAwait(false);
        }

        return token;
    }

    public Task ConfirmAsync(CachedAccessToken token, CancellationToken timeLimit) => store.WriteAsync(token, timeLimit);

    public async Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken)
    {
        await issuer.DetachAsync(revoked, cancellationToken).ConfigureAwait(false);
        await store.RemoveAsync(cancellationToken).ConfigureAwait(false);
    }
}
