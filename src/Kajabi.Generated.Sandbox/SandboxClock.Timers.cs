using Kajabi.Sandbox.Internal.Time;

namespace Kajabi.Sandbox;

/// <content>The timers, which wait on the clock that this one runs with, and on <see cref="Advance"/>.</content>
public sealed partial class SandboxClock
{
    private static readonly TimeSpan s_maxElapsedShift = TimeSpan.MaxValue / 2;

    private readonly HashSet<ClockTimer> _timers = [];

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ClockTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal bool Schedule(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            TimeSpan elapsed = Elapsed;
            timer.Set(dueTime < TimeSpan.Zero ? null : elapsed + dueTime, period);
            Update(timer, elapsed);
        }

        if (dueTime == TimeSpan.Zero)
        {
            FireTimersInBackground();
        }

        return true;
    }

    internal void Remove(ClockTimer timer)
    {
        lock (_lock)
        {
            timer.MarkDisposed();
            _timers.Remove(timer);
        }
    }

    internal void FireTimersInBackground() =>
        ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.FireTimers(), this, preferLocal: false);

    /// <summary>Fires the timers that are due, in their order, and not while the clock is locked.</summary>
    private void FireTimers()
    {
        while (true)
        {
            ClockTimer? due;
            lock (_lock)
            {
                TimeSpan elapsed = Elapsed;
                due = _timers.Where(timer => timer.DueAt <= elapsed).MinBy(static timer => timer.DueAt);
                if (due is null)
                {
                    UpdateTimers(elapsed); // The source can fire a little too early.
                    return;
                }

                due.SetNext();
                Update(due, elapsed);
            }

            due.Fire();
        }
    }

    /// <summary>
    /// Sets the monotonic clock back, with its timers, before the sum of all advances exceeds what a timestamp can contain: after 14,000
    /// years, for a test that sets the time back between them.
    /// </summary>
    private void MakeRoom(TimeSpan change)
    {
        if (change <= s_maxElapsedShift - _elapsedShift)
        {
            return;
        }

        foreach (ClockTimer timer in _timers)
        {
            timer.MoveBack(_elapsedShift);
        }

        _elapsedShift = TimeSpan.Zero;
    }

    private void UpdateTimers() => UpdateTimers(Elapsed);

    private void UpdateTimers(TimeSpan elapsed)
    {
        foreach (ClockTimer timer in _timers.ToList())
        {
            Update(timer, elapsed);
        }
    }

    /// <param name="timer">The timer.</param>
    /// <param name="elapsed">
    /// The time at which it was checked which timers are due. At a later one, a timer could be due that no one fires.
    /// </param>
    private void Update(ClockTimer timer, TimeSpan elapsed)
    {
        if (timer.DueAt is not { } due)
        {
            _timers.Remove(timer);
            timer.Wait(_source, Timeout.InfiniteTimeSpan);
            return;
        }

        _timers.Add(timer);
        TimeSpan remaining = due - elapsed;
        timer.Wait(_source, _isStopped || remaining <= TimeSpan.Zero ? Timeout.InfiniteTimeSpan : remaining);
    }
}
