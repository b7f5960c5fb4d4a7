namespace Kajabi;

/// <summary>How an attempt ended, as far as its repetition is concerned.</summary>
internal enum AttemptOutcome
{
    /// <summary>With an answer that another attempt would not change, or not for the better; success included.</summary>
    Final,

    /// <summary>Before anything was sent.</summary>
    NotSent,

    /// <summary>Before anything was sent, because the server is not who it should be.</summary>
    CertificateRefused,

    /// <summary>With 429: the API turned it away.</summary>
    TooManyRequests,

    /// <summary>With 503, and the time after which the API expects to be back.</summary>
    UnavailableForAWhile,

    /// <summary>With another answer that says that the API failed for now.</summary>
    PassingServerError,

    /// <summary>Without an answer, or with half of one: it may have been carried out.</summary>
    Lost,

    /// <summary>Without an answer in the time of one attempt: it may have been carried out.</summary>
    TooSlow,
}
