namespace Kajabi.Sandbox.Internal.Time;

/// <summary>A timer of a <see cref="SandboxClock"/>, which locks it.</summary>
/// <param name="clock">The clock.</param>
/// <param name="callback">Called when the timer is due.</param>
/// <param name="state">The argument of the callback.</param>
internal sealed class ClockTimer(SandboxClock clock, TimerCallback callback, object? state) : ITimer
{
    // Timers of .NET do not wait longer.
    private static readonly TimeSpan s_maxWait = TimeSpan.FromDays(45);

    private ITimer? _source;
    private TimeSpan _wait = Timeout.InfiniteTimeSpan;
    private TimeSpan _period;

    /// <summary>When the timer is due, on the monotonic clock; null if it is not set.</summary>
    public TimeSpan? DueAt { get; private set; }

    public bool IsDisposed { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Schedule(this, dueTime, period);

    public void Set(TimeSpan? dueAt, TimeSpan period) => (DueAt, _period) = (dueAt, period);

    /// <summary>Sets the next due time of a periodic timer, or none.</summary>
    public void SetNext() => DueAt = _period > TimeSpan.Zero ? DueAt + _period : null;

    /// <summary>Sets the timer back together with its clock.</summary>
    public void MoveBack(TimeSpan duration) => DueAt -= duration;

    public void Fire() => callback(state);

    /// <summary>Waits on the clock that the sandbox runs with.</summary>
    /// <param name="source">The clock.</param>
    /// <param name="wait">How long; infinite for not at all.</param>
    public void Wait(TimeProvider source, TimeSpan wait)
    {
        if (IsDisposed || (wait == Timeout.InfiniteTimeSpan && _wait == wait))
        {
            return;
        }

        _wait = wait < s_maxWait ? wait : s_maxWait;
        if (_source is null)
        {
            // The source receives the state of the timer, by which clocks of tests recognize it. It can call back at once, while the clock
            // is locked.
            _source = source.CreateTimer(_ => clock.FireTimersInBackground(), state, _wait, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _source.Change(_wait, Timeout.InfiniteTimeSpan);
        }
    }

    public void MarkDisposed()
    {
        (IsDisposed, DueAt) = (true, null);
        _source?.Dispose();
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
