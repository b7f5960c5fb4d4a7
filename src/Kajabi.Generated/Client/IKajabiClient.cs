namespace Kajabi;

/// <summary>Client for the Kajabi Public API, with one property per area, such as <see cref="Contacts"/>.</summary>
/// <remarks>
/// <para>Depend on this interface in your own classes, and replace it in tests with Moq, NSubstitute or a class of your own.
/// <see cref="KajabiClient"/> implements it; <c>AddKajabi</c> registers both.</para>
/// <para>Members may be added to this interface with new areas of the API.</para>
/// </remarks>
/// <example>
/// <code>
/// public sealed class Newsletter(IKajabiClient kajabi)
/// {
///     public Task&lt;Contact?&gt; FindReaderAsync(string email, string siteId) => kajabi.Contacts.FindContactByEmailAsync(email, siteId);
/// }
/// </code>
/// </example>
public partial interface IKajabiClient
{
    /// <summary>
    /// Returns a client that shares the connections and the access token of this client and applies the given options to its requests.
    /// Creating one is cheap. It needs no disposal.
    /// </summary>
    /// <param name="options">The options; copied.</param>
    /// <returns>The client with the options. This client is not changed.</returns>
    /// <exception cref="ArgumentException">A header or a timeout is invalid; the message describes the problem.</exception>
    /// <example><code>kajabi.WithOptions(new() { Timeout = TimeSpan.FromMinutes(5) }).Contacts</code></example>
    IKajabiClient WithOptions(KajabiRequestOptions options);

    /// <summary>Sends a request to an endpoint that has no method in this SDK, and deserializes the response.</summary>
    /// <remarks>
    /// The request is sent like any other: with the access token, retries, rate limits, the timeout, the size limit and the errors of this
    /// client. Requests of other methods than GET, HEAD and DELETE count as writes for retries.
    /// </remarks>
    /// <typeparam name="TResponse">
    /// A document, resource or attributes class, <see cref="Newtonsoft.Json.Linq.JToken"/>, <see cref="KajabiResponse"/> for only the
    /// status code and headers, or any class that Newtonsoft.Json can deserialize, except in a trimmed application.
    /// </typeparam>
    /// <param name="request">
    /// The request. A relative URI is resolved against <see cref="KajabiClientOptions.BaseAddress"/>; an absolute one must have the same
    /// origin. Without an <c>Accept</c> header, <c>application/vnd.api+json</c> is sent. The request is copied: it never
    /// contains the access token, and is not disposed.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The deserialized response.</returns>
    /// <exception cref="ArgumentException">
    /// The URI is missing or has another origin, or the request has an <c>Authorization</c> or <c>Host</c> header. Nothing was sent.
    /// </exception>
    /// <exception cref="NotSupportedException">
    /// The response type is abstract, such as <c>Document</c>, or derived from <c>JsonApiObject</c> by the application, or one of
    /// <c>System.Text.Json</c>, such as <c>JsonNode</c>, or a class of a trimmed application, whose properties may be missing. Nothing
    /// was sent.
    /// </exception>
    /// <exception cref="KajabiApiException">The API returned an error, could not be reached, or sent an unexpected response.</exception>
    /// <example>
    /// <code>
    /// using HttpRequestMessage request = new(HttpMethod.Get, "/v1/newsletters?page[size]=10");
    /// JToken newsletters = await kajabi.SendAsync&lt;JToken&gt;(request);
    /// </code>
    /// </example>
    Task<TResponse> SendAsync<TResponse>(HttpRequestMessage request, CancellationToken cancellationToken = default)
        where TResponse : class;

    /// <summary>Revokes the access token and the refresh token of this client. Does nothing if the client has no token.</summary>
    /// <remarks>
    /// Requests in progress with this token fail with <see cref="KajabiErrorKind.Unauthorized"/> and are not retried. Later requests use a
    /// new token from the client credentials or the <see cref="IAccessTokenProvider"/>; without either, they fail. The client discards
    /// the token even if the request fails.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that completes when the token is revoked or was already invalid.</returns>
    /// <exception cref="KajabiApiException">The API could not be reached or returned an error; the token may still be valid.</exception>
    Task RevokeAccessTokenAsync(CancellationToken cancellationToken = default);
}
