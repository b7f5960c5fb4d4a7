namespace Kajabi;

/// <summary>The one token that the options hold. Nothing can renew it, so a 401 for it is the caller's to see.</summary>
/// <param name="token">The token.</param>
/// <param name="time">The clock.</param>
internal sealed class FixedAccessToken(string token, TimeProvider time) : IAccessTokenIssuer
{
    // For ever, as far as anybody here knows; half of it leaves room for the arithmetic.
    private readonly HeldAccessToken _token = new(token, TimeSpan.MaxValue / 2, time.GetTimestamp(), time);

    public Task<HeldAccessToken> IssueAsync(HeldAccessToken? previous, SendRequest send, CancellationToken timeLimit) => _token.IsRevoked
        ? throw KajabiApiException.WithoutToken("The AccessToken of the options was revoked. The call was not sent. Make a client with another token.")
        : Task.FromResult(_token);

    public Task ForgetAsync(HeldAccessToken revoked, CancellationToken cancellationToken) => Task.CompletedTask;
}
