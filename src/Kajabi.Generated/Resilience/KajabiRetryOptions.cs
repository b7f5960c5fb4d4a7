namespace Kajabi;

/// <summary>
/// How failed calls are repeated. What is repeated at all is fixed, because a repeated write can send a mail or grant an
/// offer twice: reads, deletions of a resource and token requests after every passing failure, other writes only where
/// Kajabi cannot have carried them out.
/// </summary>
public sealed class KajabiRetryOptions
{
    /// <summary>How often a call is sent at most, the first time included; 4 unless set. 1 repeats nothing.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// Gets or sets the delay before the first retry. Default: half a second. It doubles with every further retry up to
    /// <see cref="MaxDelay"/>, and up to half of it is subtracted at random, so that callers that failed together do not
    /// return together. Where the API sends a <c>Retry-After</c>, the longer of the two is used, and up to half of it is
    /// added at random.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Gets or sets the longest delay before a retry, including what is added at random. Default: one minute. A longer
    /// <c>Retry-After</c> is not waited for, nor is one that would end after <see cref="KajabiClientOptions.Timeout"/>: the
    /// call fails at once with <see cref="KajabiApiException.RetryAfter"/> set.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long one attempt may take from the first byte sent to the last byte read, 30 seconds unless set;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit but that of the whole call,
    /// <see cref="KajabiClientOptions.Timeout"/>. It ends attempts that may be repeated and no others: a write that takes
    /// long is not repeated, so it is left the whole time of the call.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many repetitions all calls of the account may have open or lost, 100 unless set. One that ends well is given
    /// back, and ten calls that needed none make up for one that was lost. With the budget spent, calls fail at their
    /// first failure: an API that is down is not held down by those who wait for it.
    /// </summary>
    public int RetryBudget { get; set; } = 100;

    /// <summary>
    /// Whether a write may also be repeated after a 503 that carries a <c>Retry-After</c>; false unless set. It usually
    /// means that the write was turned away, but Kajabi does not promise it.
    /// </summary>
    public bool RetryWritesOnServiceUnavailable { get; set; }

    internal KajabiRetryOptions Copy() => (KajabiRetryOptions)MemberwiseClone();
}
