using System.Diagnostics;

namespace Kajabi;

/// <summary>
/// An access token as this process holds it. Its age is read off the monotonic clock, so that a clock that jumps
/// costs nothing. Never shows its value.
/// </summary>
/// <param name="value">The token itself.</param>
/// <param name="lifetime">How long it lives; zero for one that serves the calls that wait for it, and no later one.</param>
/// <param name="since">The timestamp at which its life began.</param>
/// <param name="time">The clock.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class HeldAccessToken(string value, TimeSpan lifetime, long since, TimeProvider time)
{
    private static readonly TimeSpan s_largestMargin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_largestWindow = TimeSpan.FromMinutes(5);

    private volatile bool _isRevoked;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; } = value;

    public TimeSpan Lifetime => lifetime;

    /// <summary>Whether calls may carry it without a look at the clock of the API: it lives on for longer than a call is under way.</summary>
    public bool IsUsable => Remaining > Part(10, s_largestMargin);

    /// <summary>Whether the time has come to renew it while it still serves.</summary>
    public bool IsDue => Remaining <= Part(5, s_largestWindow);

    /// <summary>Whether not even a call that has nothing better should carry it.</summary>
    public bool HasExpired => Remaining <= TimeSpan.Zero;

    /// <summary>Set once the token was given up on purpose; a call that it fails is not repeated with another.</summary>
    public bool IsRevoked
    {
        get => _isRevoked;
        set => _isRevoked = value;
    }

    private TimeSpan Remaining => lifetime - time.GetElapsedTime(since);

    public override string ToString() => "access token";

    private TimeSpan Part(int divisor, TimeSpan largest) => lifetime / divisor < largest ? lifetime / divisor : largest;
}
