namespace Kajabi;

/// <summary>The kind of failure that a <see cref="KajabiApiException"/> reports.</summary>
public enum KajabiErrorKind
{
    /// <summary>The credentials or the access token were rejected (401).</summary>
    Unauthorized,

    /// <summary>The API key lacks a permission, or the plan of the account does not include the operation (403).</summary>
    Forbidden,

    /// <summary>The resource does not exist, or the API key has no access to it (404).</summary>
    NotFound,

    /// <summary>The request is invalid (400, 409, 422) or too large (413, 414, 431).</summary>
    Validation,

    /// <summary>Too many requests (429).</summary>
    RateLimited,

    /// <summary>The API returned a server error (5xx).</summary>
    ServerError,

    /// <summary>The API could not be reached, or the connection was lost.</summary>
    Network,

    /// <summary>The request timed out.</summary>
    Timeout,

    /// <summary>The response does not match the OpenAPI document.</summary>
    UnexpectedResponse,
}
