namespace Kajabi;

/// <summary>
/// Retry options. Which requests are retried is fixed, because a duplicate write can send an email or grant an offer twice: reads,
/// deletions of a resource and token requests after every transient failure, other writes only when Kajabi cannot have
/// processed them.
/// </summary>
/// <example>
/// <code>
/// KajabiClientOptions options = new()
/// {
///     ClientId = "client-id",
///     ClientSecret = "client-secret",
///     Retry = { MaxAttempts = 5, MaxDelay = TimeSpan.FromSeconds(20) },
/// };
/// </code>
/// </example>
public sealed class KajabiRetryOptions
{
    /// <summary>Gets or sets the maximum number of attempts, including the first. 1 disables retries. Default: 4.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// Gets or sets the delay before the first retry. Default: 0.5 seconds. It doubles with every further retry up to
    /// <see cref="MaxDelay"/>, and up to half of it is subtracted at random, so that callers that failed together do not
    /// retry together. When the API sends a <c>Retry-After</c>, the longer of the two is used, and up to half of it is
    /// added at random.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Gets or sets the maximum delay between retries, including the random part. Default: 1 minute. After a longer
    /// <c>Retry-After</c>, or one that exceeds <see cref="KajabiClientOptions.Timeout"/>, the request fails immediately with
    /// <see cref="KajabiApiException.RetryAfter"/> set.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets the timeout of one attempt, from the first byte sent to the last byte read. Default: 30 seconds.
    /// <see cref="Timeout.InfiniteTimeSpan"/> means no limit other than <see cref="KajabiClientOptions.Timeout"/> for the whole
    /// call. It applies only to requests that may be retried after it: a slow write is not retried, so it may use the whole
    /// timeout.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the retry budget: the number of retries that all requests of the client may use. Default: 100. A successful
    /// retry returns its unit to the budget, and ten requests without a retry return one unit. When the budget is exhausted,
    /// requests are not retried, so that retries do not overload a failing API.
    /// </summary>
    public int RetryBudget { get; set; } = 100;

    /// <summary>
    /// Gets or sets whether a write is also retried after a 503 with a <c>Retry-After</c> header. Default: false. Such a response
    /// usually means that the write was not processed, but Kajabi does not guarantee it.
    /// </summary>
    public bool RetryWritesOnServiceUnavailable { get; set; }

    internal KajabiRetryOptions Copy() => (KajabiRetryOptions)MemberwiseClone();
}
