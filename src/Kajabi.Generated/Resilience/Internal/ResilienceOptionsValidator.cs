namespace Kajabi.Resilience.Internal;

/// <summary>Validates the retry and rate limit options.</summary>
internal static class ResilienceOptionsValidator
{
    public const string AttemptTimeoutRule = "Retry.AttemptTimeout must be positive and at most 24 days, or Timeout.InfiniteTimeSpan.";

    public static IEnumerable<string> Validate(KajabiRetryOptions options)
    {
        if (options.MaxAttempts < 1)
        {
            yield return "Retry.MaxAttempts must be at least 1. 1 disables retries.";
        }

        if (
            options.BaseDelay < TimeSpan.Zero
            || options.MaxDelay < options.BaseDelay
            || options.MaxDelay > KajabiClientOptionsValidator.MaxTimeout
        )
        {
            yield return "Retry.BaseDelay must not be negative, and Retry.MaxDelay must be between Retry.BaseDelay and 24 days.";
        }

        if (!KajabiClientOptionsValidator.IsValidTimeout(options.AttemptTimeout))
        {
            yield return AttemptTimeoutRule;
        }

        if (options.RetryBudget < 0)
        {
            yield return "Retry.RetryBudget must not be negative. 0 disables retries.";
        }
    }

    public static IEnumerable<string> Validate(KajabiRateLimitOptions options)
    {
        if (options.MaxRequestsPerSecond <= 0 || options.MaxConcurrentRequests <= 0)
        {
            yield return "RateLimit.MaxRequestsPerSecond and RateLimit.MaxConcurrentRequests must be positive, or null for no limit.";
        }

        if (options is { Limiter: not null } and ({ MaxRequestsPerSecond: not null } or { MaxConcurrentRequests: not null }))
        {
            yield return "RateLimit.Limiter replaces RateLimit.MaxRequestsPerSecond and RateLimit.MaxConcurrentRequests. Set either it or "
                + "them.";
        }

        if (options.QueueLimit < 0)
        {
            yield return "RateLimit.QueueLimit must not be negative. With 0, requests do not wait.";
        }
    }
}
