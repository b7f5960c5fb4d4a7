namespace Kajabi;

/// <summary>
/// Provides access tokens that the application obtains itself, for example from a service that has the credentials. See
/// <see cref="KajabiClientOptions.AccessTokenProvider"/>.
/// </summary>
/// <example>
/// <code>
/// public sealed class VaultTokenProvider(HttpClient vault) : IAccessTokenProvider
/// {
///     public async ValueTask&lt;AccessToken&gt; GetAccessTokenAsync(
///         AccessToken? rejectedToken,
///         CancellationToken cancellationToken = default
///     )
///     {
///         string token = await vault.GetStringAsync(new Uri("kajabi-token", UriKind.Relative), cancellationToken);
///         return new AccessToken(token, expiresIn: TimeSpan.FromMinutes(30));
///     }
/// }
/// </code>
/// </example>
public interface IAccessTokenProvider
{
    /// <summary>
    /// Returns a valid token. Concurrent requests share one call. The client caches the token until shortly before it expires,
    /// and calls again then or when the API rejects the token.
    /// </summary>
    /// <param name="rejectedToken">
    /// The token that the API rejected with 401, which must not be returned again; null when none was rejected.
    /// </param>
    /// <param name="cancellationToken">
    /// Canceled when <see cref="KajabiClientOptions.Timeout"/> elapses or the client is disposed; not tied to a single request.
    /// </param>
    /// <returns>The token. When it is the rejected one, the request fails with that 401.</returns>
    ValueTask<AccessToken> GetAccessTokenAsync(AccessToken? rejectedToken, CancellationToken cancellationToken = default);
}
