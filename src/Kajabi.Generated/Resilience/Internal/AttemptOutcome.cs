namespace Kajabi.Resilience.Internal;

/// <summary>How an attempt ended. The <see cref="RetryTable"/> says what follows from it.</summary>
internal enum AttemptOutcome
{
    /// <summary>With a 2xx. The call still fails when its body is damaged, too large or not what was expected.</summary>
    Success,

    /// <summary>Before the request: the call waited for a token, the rate limiter or the next attempt.</summary>
    NotAttempted,

    /// <summary>Before anything was sent, because there was no connection.</summary>
    NotSent,

    /// <summary>Before anything was sent, because the server is not who it should be.</summary>
    CertificateRefused,

    /// <summary>With 401.</summary>
    Unauthorized,

    /// <summary>With 429: the API turned it away.</summary>
    TooManyRequests,

    /// <summary>With 503, and the time after which the API expects to be back.</summary>
    UnavailableForAWhile,

    /// <summary>With 408, or a 5xx that says that the API failed for now.</summary>
    PassingServerError,

    /// <summary>With another 5xx.</summary>
    OtherServerError,

    /// <summary>With another 4xx: the API rejected it.</summary>
    Rejected,

    /// <summary>With a redirect, or with headers or a status code that cannot be used.</summary>
    Unusable,

    /// <summary>Without a response, or in the middle of it.</summary>
    Lost,

    /// <summary>Without a response in the time of one attempt.</summary>
    TooSlow,

    /// <summary>Without a response in the time of the whole call, or because the caller or the application ended it.</summary>
    Ended,
}
