namespace Kajabi;

/// <summary>
/// Where access tokens come from when the application gets them in a way of its own, such as a service that holds the
/// credentials for others. See <see cref="KajabiClientOptions.AccessTokenProvider"/>.
/// </summary>
public interface IAccessTokenProvider
{
    /// <summary>
    /// Gives a token that is good now. The client asks once however many calls wait, keeps the token until shortly
    /// before it expires, and asks again then, or when the API refuses it.
    /// </summary>
    /// <param name="refused">The token that the API has just answered with 401, not to be given again; null when it has refused none.</param>
    /// <param name="cancellationToken">Ends the wait after the timeout of the options, or when the client is disposed of; no single call ends it.</param>
    /// <returns>The token. When it is the refused one, the call ends with that 401.</returns>
    ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? refused, CancellationToken cancellationToken = default);
}
