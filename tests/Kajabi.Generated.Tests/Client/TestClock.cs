using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Kajabi.Tests.Client;

/// <summary>A clock that stands still until a test moves it, and that tells who waits for it to move.</summary>
internal sealed class TestClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ObservedTimer timer = new(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Forgets who has waited so far.</summary>
    public void ForgetWaits()
    {
        while (_waits.Reader.TryRead(out _)) { }
    }

    /// <summary>Waits until somebody waits for less than a limit, and tells how long.</summary>
    public async Task<TimeSpan> NextWaitAsync(TimeSpan? shorterThan = null, CancellationToken cancellationToken = default)
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

    /// <summary>Moves on whenever somebody waits for less than a limit, until a call is over; gives the waits.</summary>
    public async Task<IReadOnlyList<TimeSpan>> RunAsync(Task call, TimeSpan shorterThan)
    {
        List<TimeSpan> waits = [];
        using CancellationTokenSource end = new();
        Task<TimeSpan> next = NextWaitAsync(shorterThan, end.Token);
        while (await Task.WhenAny(call, next) == next)
        {
            waits.Add(await next);
            Advance(waits[^1]);
            next = NextWaitAsync(shorterThan, end.Token);
        }

        await end.CancelAsync();
        return waits;
    }

    /// <summary>Tells of being set, which some do after they were made.</summary>
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
