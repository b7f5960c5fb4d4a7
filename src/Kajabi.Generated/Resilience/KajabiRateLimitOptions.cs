namespace Kajabi;

/// <summary>
/// How fast an account is called at most. Kajabi publishes no limits, so none is set. All clients of a registered account
/// share its limit, those of <see cref="KajabiClient.WithOptions(KajabiRequestOptions)"/> included; each
/// a client that is created with its constructor has its own. Every attempt counts; token requests do not.
/// </summary>
public sealed class KajabiRateLimitOptions
{
    /// <summary>How many requests are sent within any second; no limit when null.</summary>
    public int? MaxRequestsPerSecond { get; set; }

    /// <summary>How many requests are under way at a time, from the first byte sent to the last byte read; no limit when null.</summary>
    public int? MaxConcurrentRequests { get; set; }

    /// <summary>
    /// How many requests may wait for each of the limits, first come first served; 1,000 unless set. One that finds the
    /// queue full fails at once as <see cref="KajabiErrorKind.RateLimited"/>. The wait is part of
    /// <see cref="KajabiClientOptions.Timeout"/>, and not of <see cref="KajabiRetryOptions.AttemptTimeout"/>.
    /// </summary>
    public int QueueLimit { get; set; } = 1000;

    internal KajabiRateLimitOptions Copy() => (KajabiRateLimitOptions)MemberwiseClone();
}
