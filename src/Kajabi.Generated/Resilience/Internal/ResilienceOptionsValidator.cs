namespace Kajabi.Resilience.Internal;

/// <summary>Says what the options for repetitions and limits lack.</summary>
internal static class ResilienceOptionsValidator
{
    public const string AttemptTimeoutRule = "Retry.AttemptTimeout must be positive and at most 24 days, or Timeout.InfiniteTimeSpan.";

    // What a timer can wait.
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(24);

    public static IEnumerable<string> Problems(KajabiRetryOptions options)
    {
        if (options.MaxAttempts < 1)
        {
            yield return "Retry.MaxAttempts must be at least 1, which repeats nothing.";
        }

        if (options.BaseDelay < TimeSpan.Zero || options.MaxDelay < options.BaseDelay || options.MaxDelay > s_longestDelay)
        {
            yield return "Retry.BaseDelay must not be negative, and Retry.MaxDelay neither shorter than it nor longer than 24 days.";
        }

        if (!KajabiClientOptionsValidator.IsTimeout(options.AttemptTimeout))
        {
            yield return AttemptTimeoutRule;
        }

        if (options.RetryBudget < 0)
        {
            yield return "Retry.RetryBudget must not be negative; 0 repeats nothing.";
        }
    }

    public static IEnumerable<string> Problems(KajabiRateLimitOptions options)
    {
        if (options.MaxRequestsPerSecond <= 0 || options.MaxConcurrentRequests <= 0)
        {
            yield return "RateLimit.MaxRequestsPerSecond and RateLimit.MaxConcurrentRequests must be positive, or null for no limit.";
        }

        if (options.QueueLimit < 0)
        {
            yield return "RateLimit.QueueLimit must not be negative; with 0 nothing waits.";
        }
    }
}
