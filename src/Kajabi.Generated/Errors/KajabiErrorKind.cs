namespace Kajabi;

/// <summary>What kind of failure a <see cref="KajabiApiException"/> is.</summary>
public enum KajabiErrorKind
{
    /// <summary>The credentials or the token were refused (401).</summary>
    Unauthorized,

    /// <summary>The API key lacks a permission, or the account's plan does not cover the call (403).</summary>
    Forbidden,

    /// <summary>There is no such resource, or none that the API key may see (404).</summary>
    NotFound,

    /// <summary>The API understood the call and refuses what it says (400, 409, 422), or how much (413, 414, 431).</summary>
    Validation,

    /// <summary>Too many calls (429).</summary>
    RateLimited,

    /// <summary>The API failed (5xx).</summary>
    ServerError,

    /// <summary>The API could not be reached, or the connection broke.</summary>
    Network,

    /// <summary>The call took longer than allowed.</summary>
    Timeout,

    /// <summary>The answer is not what the contract promises.</summary>
    UnexpectedResponse,
}
