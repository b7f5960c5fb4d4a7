using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Tests;

/// <summary>
/// A clock that stands still until somebody waits for it, and then jumps to the end of the wait: backoff costs no time,
/// and limits that are only watched in the background never run out by themselves.
/// </summary>
internal sealed class StageClock : FakeTimeProvider
{
    private readonly Lock _gate = new();
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Whether waits end by themselves; otherwise a test sees them and moves the clock.</summary>
    public bool IsImpatient { get; set; } = true;

    /// <summary>Longer waits are background work, such as renewing a token ahead of its expiry, and do not move the clock.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How far the calendar is off; what measures time does not notice.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>The next wait that began and that no earlier call has given.</summary>
    public ValueTask<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync();

    /// <summary>Every wait so far that <see cref="NextWaitAsync"/> has not given.</summary>
    public IReadOnlyList<TimeSpan> TakeWaits()
    {
        List<TimeSpan> waits = [];
        while (_waits.Reader.TryRead(out TimeSpan wait))
        {
            waits.Add(wait);
        }

        return waits;
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skew;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);

        // Read after the timer was created: another wait may have moved the clock in between, and a target before the due time would
        // leave this timer waiting forever.
        DateTimeOffset target = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : GetUtcNow() + dueTime;
        if (IsDelay(state) && dueTime > TimeSpan.Zero && dueTime <= LongestWait)
        {
            _waits.Writer.TryWrite(dueTime);
            if (IsImpatient)
            {
                Task.Run(() => MoveTo(target));
            }
        }

        return timer;
    }

    /// <summary>Waits that overlap end together, as they would by a real clock.</summary>
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

    /// <summary>Whether a timer is the one of Task.Delay, in distinction to that of a time limit.</summary>
    private static bool IsDelay(object? state) => state?.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal) == true;
}
