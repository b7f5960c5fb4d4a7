using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Tests;

/// <summary>A clock that is advanced by the test and records the delays that wait for it.</summary>
internal sealed class TestClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ObservedTimer timer = new(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Discards the recorded delays.</summary>
    public void ClearDelays()
    {
        while (_waits.Reader.TryRead(out _)) { }
    }

    /// <summary>Waits for the next delay that is shorter than a limit, and returns it.</summary>
    public async Task<TimeSpan> NextDelayAsync(TimeSpan? shorterThan = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            TimeSpan wait = await _waits.Reader.ReadAsync(cancellationToken);
            if (wait < (shorterThan ?? TimeSpan.MaxValue))
            {
                return wait;
            }
        }
    }

    /// <summary>Advances the clock by each delay that is shorter than a limit until a call has completed. Returns the delays.</summary>
    public async Task<IReadOnlyList<TimeSpan>> AdvanceUntilCompletedAsync(Task call, TimeSpan shorterThan)
    {
        List<TimeSpan> waits = [];
        using CancellationTokenSource end = new();
        Task<TimeSpan> next = NextDelayAsync(shorterThan, end.Token);
        while (await Task.WhenAny(call, next) == next)
        {
            waits.Add(await next);
            Advance(waits[^1]);
            next = NextDelayAsync(shorterThan, end.Token);
        }

        await end.CancelAsync();
        return waits;
    }

    /// <summary>Records its due time, which can be set after its creation.</summary>
    private sealed class ObservedTimer(TestClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool isSet = timer.Change(dueTime, period);
            if (dueTime >= TimeSpan.Zero)
            {
                clock._waits.Writer.TryWrite(dueTime);
            }

            return isSet;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
