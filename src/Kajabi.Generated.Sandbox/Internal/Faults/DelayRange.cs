namespace Kajabi.Sandbox.Internal.Faults;

/// <summary>The delays of faults and deliveries: timers of .NET do not wait longer than 49 days.</summary>
internal static class DelayRange
{
    private static readonly TimeSpan s_max = TimeSpan.FromDays(30);

    /// <param name="duration">The delay.</param>
    /// <param name="parameter">The parameter of the caller.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not positive, or longer than 30 days.</exception>
    public static void ThrowIfOutside(TimeSpan duration, string parameter)
    {
        if (duration <= TimeSpan.Zero || duration > s_max)
        {
            throw new ArgumentOutOfRangeException(parameter, "The duration of a delay is longer than zero and not longer than 30 days.");
        }
    }
}
