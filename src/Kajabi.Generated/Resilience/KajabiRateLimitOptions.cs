using System.Threading.RateLimiting;

namespace Kajabi;

/// <summary>
/// Client-side rate limits. No limit by default, because Kajabi publishes none. All clients of a registered account share its
/// limits, including those of <see cref="KajabiClient.WithOptions(KajabiRequestOptions)"/>; a client created with its constructor
/// has its own. Every attempt counts; token requests do not.
/// </summary>
/// <example>
/// <code>
/// KajabiClientOptions options = new()
/// {
///     ClientId = "client-id",
///     ClientSecret = "client-secret",
///     RateLimit = { MaxRequestsPerSecond = 10, MaxConcurrentRequests = 4 },
/// };
/// </code>
/// </example>
public sealed class KajabiRateLimitOptions
{
    /// <summary>Gets or sets the maximum number of requests within any second. Default: null, no limit.</summary>
    public int? MaxRequestsPerSecond { get; set; }

    /// <summary>Gets or sets the maximum number of concurrent requests. Default: null, no limit.</summary>
    public int? MaxConcurrentRequests { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of requests that wait for each of the limits, oldest first. Default: 1,000. When the queue
    /// is full, a request fails immediately with <see cref="KajabiErrorKind.RateLimited"/>. The wait counts towards
    /// <see cref="KajabiClientOptions.Timeout"/>, but not <see cref="KajabiRetryOptions.AttemptTimeout"/>.
    /// </summary>
    public int QueueLimit { get; set; } = 1000;

    /// <summary>
    /// Gets or sets a limiter of the application that replaces the limits above, for example one that shares its permits between
    /// processes through Redis. Default: null. Each attempt acquires one permit, and releases it when its response was read. The client
    /// does not dispose of it.
    /// </summary>
    /// <remarks>
    /// <para>A rejected request waits for the time that the lease asks for (<see cref="MetadataName.RetryAfter"/>, or the seconds of
    /// RedisRateLimiting) and tries again, within <see cref="KajabiClientOptions.Timeout"/>. Without such a time, or with one that
    /// exceeds the remaining timeout, it fails with <see cref="KajabiErrorKind.RateLimited"/>.</para>
    /// <para>A limiter that throws does not fail requests: they are sent without a limit, and a warning is logged.</para>
    /// </remarks>
    /// <example>
    /// <code>
    /// services.AddKajabi(options =&gt; options.RateLimit.Limiter = limiter);
    /// </code>
    /// </example>
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public RateLimiter? Limiter { get; set; }

    /// <summary>Whether the number of requests is limited.</summary>
    internal bool HasLimit => (MaxConcurrentRequests ?? MaxRequestsPerSecond) is not null;

    internal KajabiRateLimitOptions Copy() => (KajabiRateLimitOptions)MemberwiseClone();
}
