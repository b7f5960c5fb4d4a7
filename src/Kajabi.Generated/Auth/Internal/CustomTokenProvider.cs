namespace Kajabi.Auth.Internal;

/// <summary>Gets tokens from the application's own source.</summary>
/// <param name="source">The source.</param>
/// <param name="time">The clock.</param>
internal sealed class CustomTokenProvider(IAccessTokenProvider source, TimeProvider time) : ITokenProvider
{
    public async Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit)
    {
        long asked = time.GetTimestamp();
        try
        {
            // Not every source looks at the time limit.
            AccessToken? refused = previous is { IsRefused: true } or { IsRevoked: true } ? new AccessToken(previous.Value) : null;
            AccessToken? token = await source
                .GetAccessTokenAsync(refused, timeLimit)
                .AsTask()
                .IgnoreUnobservedException()
                .WaitAsync(timeLimit)
                .ConfigureAwait(false);
            return token is null
                ? throw KajabiApiException.TokenUnavailable($"{Name} gave null instead of a token.")
                : new CachedAccessToken(token.Value, TokenLifetime.Of(token.ExpiresIn ?? TimeSpan.Zero), asked, time);
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested)
        {
            throw KajabiApiException.TokenUnavailable(
                $"{Name} gave no token within the Timeout of the options.",
                exception,
                KajabiErrorKind.Timeout
            );
        }
        catch (Exception exception) when (exception is not KajabiException)
        {
            throw KajabiApiException.TokenUnavailable($"{Name} gave no token, but the inner {exception.GetType().Name}.", exception);
        }
    }

    public Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken) => Task.CompletedTask;

    private string Name => $"The AccessTokenProvider {source.GetType().Name}";
}
