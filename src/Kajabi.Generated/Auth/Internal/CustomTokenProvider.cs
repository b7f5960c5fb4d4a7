namespace Kajabi.Auth.Internal;

/// <summary>Requests tokens from the application's <see cref="IAccessTokenProvider"/>.</summary>
/// <param name="provider">The provider of the application.</param>
/// <param name="time">The clock.</param>
internal sealed class CustomTokenProvider(IAccessTokenProvider provider, TimeProvider time) : ITokenProvider
{
    public async Task<CachedAccessToken> IssueAsync(CachedAccessToken? previous, CancellationToken timeLimit)
    {
        long requestedAt = time.GetTimestamp();
        try
        {
            // A provider may ignore the cancellation token.
            AccessToken? rejected = previous is { IsRejected: true } or { IsRevoked: true } ? new AccessToken(previous.Value) : null;
            AccessToken? token = await provider
                .GetAccessTokenAsync(rejected, timeLimit)
                .AsTask()
                .IgnoreUnobservedException()
                .WaitAsync(timeLimit)
                .ConfigureAwait(false);
            return token is null
                ? throw KajabiApiException.TokenUnavailable($"{Name} returned null instead of a token.")
                : new CachedAccessToken(token.Value, TokenLifetime.Clamp(token.ExpiresIn ?? TimeSpan.Zero), requestedAt, time);
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested)
        {
            throw KajabiApiException.TokenUnavailable(
                $"{Name} returned no token within KajabiClientOptions.Timeout.",
                exception,
                KajabiErrorKind.Timeout
            );
        }
        catch (Exception exception) when (exception is not KajabiException)
        {
            throw KajabiApiException.TokenUnavailable($"{Name} failed with the inner {exception.GetType().Name}.", exception);
        }
    }

    public Task DetachAsync(CachedAccessToken revoked, CancellationToken cancellationToken) => Task.CompletedTask;

    private string Name => $"The AccessTokenProvider {provider.GetType().Name}";
}
