using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Tests;

/// <summary>
/// A fake clock that advances to the end of each delay as soon as it begins, so that backoff costs no time. Timers of
/// timeouts do not move the clock, so that timeouts never elapse on their own.
/// </summary>
internal sealed class FaultClock : FakeTimeProvider
{
    private readonly Lock _gate = new();
    private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Whether the clock advances when a delay begins; otherwise the test advances it.</summary>
    public bool AdvancesOnDelay { get; set; } = true;

    /// <summary>Longer delays are background work, such as refreshing a token before it expires, and do not move the clock.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Offset of the wall clock; the monotonic clock is not affected.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Returns the next delay that began, in order; each one is returned once.</summary>
    public ValueTask<TimeSpan> NextDelayAsync() => _delays.Reader.ReadAsync();

    /// <summary>Returns all delays so far that <see cref="NextDelayAsync"/> has not returned.</summary>
    public IReadOnlyList<TimeSpan> TakeDelays()
    {
        List<TimeSpan> delays = [];
        while (_delays.Reader.TryRead(out TimeSpan delay))
        {
            delays.Add(delay);
        }

        return delays;
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skew;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);

        // Read after the timer was created: another delay may have moved the clock in between, and a target before the due time
        // would leave this timer waiting forever.
        DateTimeOffset target = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : GetUtcNow() + dueTime;
        if (IsDelay(state) && dueTime > TimeSpan.Zero && dueTime <= MaxDelay)
        {
            _delays.Writer.TryWrite(dueTime);
            if (AdvancesOnDelay)
            {
                Task.Run(() => MoveTo(target));
            }
        }

        return timer;
    }

    /// <summary>Overlapping delays end together, as with a real clock.</summary>
    private void MoveTo(DateTimeOffset target)
    {
        lock (_gate)
        {
            if (target - GetUtcNow() is { Ticks: > 0 } rest)
            {
                Advance(rest);
            }
        }
    }

    /// <summary>Whether a timer belongs to Task.Delay and not to a timeout.</summary>
    private static bool IsDelay(object? state) => state?.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal) == true;
}
