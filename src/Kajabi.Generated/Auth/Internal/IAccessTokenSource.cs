namespace Kajabi;

/// <summary>Where tokens come from. One source serves every call of one set of credentials.</summary>
internal interface IAccessTokenSource
{
    /// <summary>Gives a token that is good now.</summary>
    /// <param name="send">Sends a request past the authentication that waits for the token, for sources that ask the API.</param>
    /// <param name="cancellationToken">Ends the wait of this caller, and of no other.</param>
    /// <exception cref="KajabiApiException">The API gave no token; the exception is about the token endpoint.</exception>
    ValueTask<AccessToken> GetAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken);
}
