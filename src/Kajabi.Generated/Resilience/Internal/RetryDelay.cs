namespace Kajabi.Resilience.Internal;

/// <summary>Computes the delay before a retry: exponential backoff with jitter, or the longer one of <c>Retry-After</c>.</summary>
/// <param name="options">The shortest and the longest delay.</param>
/// <param name="random">Returns random numbers from 0 to 1.</param>
internal sealed class RetryDelay(KajabiRetryOptions options, Func<double> random)
{
    /// <summary>Computes the delay after an attempt.</summary>
    /// <param name="attempt">The number of the attempt, from zero.</param>
    /// <param name="retryAfter">The delay that the response requires; null for none.</param>
    /// <param name="remaining">The remaining timeout of the call; null without a timeout.</param>
    /// <param name="delay">The delay, also if it is too long.</param>
    /// <returns>Whether the delay is within the limits.</returns>
    public bool TryGet(int attempt, TimeSpan? retryAfter, TimeSpan? remaining, out TimeSpan delay)
    {
        TimeSpan backoff = Backoff(attempt);
        delay = retryAfter > backoff ? retryAfter.Value : backoff;
        if (delay > options.MaxDelay || delay >= remaining)
        {
            return false;
        }

        delay += retryAfter is null ? TimeSpan.Zero : Jitter(delay, remaining);
        return true;
    }

    /// <summary>
    /// Returns up to half of the delay, so that callers with the same Retry-After do not retry together, within the remaining limits.
    /// </summary>
    private TimeSpan Jitter(TimeSpan delay, TimeSpan? remaining)
    {
        TimeSpan room = (remaining < options.MaxDelay ? remaining.Value : options.MaxDelay) - delay;
        return (delay / 2 < room ? delay / 2 : room) * random();
    }

    private TimeSpan Backoff(int attempt)
    {
        double max = Math.Min(options.MaxDelay.Ticks, options.BaseDelay.Ticks * Math.Pow(2, attempt));
        return TimeSpan.FromTicks((long)(max * (1 - (random() / 2))));
    }
}
