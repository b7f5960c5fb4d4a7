namespace Kajabi.Sandbox.Tests;

/// <summary>Timers of a clock that runs with another one.</summary>
public sealed class ClockTimerTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(60)]
    public void A_timer_that_becomes_due_while_timers_are_checked_fires(int milliseconds)
    {
        PassingTime source = new();
        SandboxClock clock = new(source);
        using ManualResetEventSlim fired = new();
        using ITimer timer = clock.CreateTimer(_ => fired.Set(), null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);

        // The source calls back too early, as the timers of .NET do, and its time passes with each look at it.
        for (int callback = 0; callback < 100 && !fired.IsSet; callback++)
        {
            source.CallBackOnce(fired);
        }

        Assert.True(fired.IsSet);
    }

    /// <summary>A clock that advances by 10 milliseconds whenever it is read, and whose timers fire when a test calls them back.</summary>
    private sealed class PassingTime : TimeProvider
    {
        private readonly List<SourceTimer> _timers = [];
        private long _milliseconds;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Interlocked.Add(ref _milliseconds, 10);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            SourceTimer timer = new(callback, state, dueTime);
            _timers.Add(timer);
            return timer;
        }

        /// <summary>Calls back the timers that are waiting, and waits until the clock has handled it.</summary>
        public void CallBackOnce(ManualResetEventSlim fired)
        {
            foreach (SourceTimer timer in _timers)
            {
                timer.CallBack();
            }

            fired.Wait(TimeSpan.FromMilliseconds(20));
        }
    }

    private sealed class SourceTimer(TimerCallback callback, object? state, TimeSpan dueTime) : ITimer
    {
        private TimeSpan _dueTime = dueTime;

        public void CallBack()
        {
            if (_dueTime != Timeout.InfiniteTimeSpan)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _dueTime = dueTime;
            return true;
        }

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
