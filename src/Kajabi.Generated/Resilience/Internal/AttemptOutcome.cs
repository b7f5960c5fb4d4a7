namespace Kajabi.Resilience.Internal;

/// <summary>The outcome of an attempt. The <see cref="RetryTable"/> defines what follows from it.</summary>
internal enum AttemptOutcome
{
    /// <summary>A 2xx. The call still fails when the body is invalid, too large or unexpected.</summary>
    Success,

    /// <summary>The request did not start: the call failed while it waited for a token, the rate limiter or a retry.</summary>
    NotAttempted,

    /// <summary>Nothing was sent, because there was no connection.</summary>
    NotSent,

    /// <summary>Nothing was sent, because the certificate of the server is invalid.</summary>
    InvalidCertificate,

    /// <summary>A 401.</summary>
    Unauthorized,

    /// <summary>A 429: the API did not process the request.</summary>
    TooManyRequests,

    /// <summary>A 503 with a <c>Retry-After</c> header.</summary>
    ServiceUnavailable,

    /// <summary>A 408, or a 5xx that reports a transient failure.</summary>
    TransientServerError,

    /// <summary>Any other 5xx.</summary>
    OtherServerError,

    /// <summary>Any other 4xx: the API rejected the request.</summary>
    Rejected,

    /// <summary>A redirect, an unknown status code, or headers that are too large.</summary>
    UnexpectedResponse,

    /// <summary>The connection was lost before the end of the response.</summary>
    ConnectionLost,

    /// <summary>The attempt timeout elapsed.</summary>
    AttemptTimeout,

    /// <summary>The timeout of the whole call elapsed, or the caller or the application canceled it.</summary>
    Canceled,
}
