using Kajabi.Sandbox.Internal.Time;

namespace Kajabi.Sandbox;

/// <summary>
/// The clock of a sandbox, which a test controls: timestamps, token expiration, search delays, delays of faults and delivery retries use
/// it. Given to the client as its <see cref="TimeProvider"/>, client and sandbox share the time. All members are thread-safe.
/// </summary>
/// <example>
/// <code>
/// SandboxClock clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
/// await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { TimeProvider = clock });
/// clock.Advance(TimeSpan.FromHours(3)); // The access tokens are expired.
/// </code>
/// </example>
public sealed partial class SandboxClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _source;
    private readonly long _start;
    private DateTimeOffset _stoppedNow;
    private TimeSpan _stoppedElapsed;
    private bool _isStopped;

    // What Advance and SetUtcNow added to the wall clock. Timers are not affected by a wall clock that is set back.
    private TimeSpan _shift;
    private TimeSpan _elapsedShift;

    /// <summary>Initializes a clock that runs with the system clock.</summary>
    public SandboxClock()
        : this(System) { }

    /// <summary>Initializes a stopped clock, which only <see cref="Advance"/> and <see cref="SetUtcNow"/> change.</summary>
    /// <param name="utcNow">The time.</param>
    public SandboxClock(DateTimeOffset utcNow)
        : this(System)
    {
        (_isStopped, _stoppedNow) = (true, utcNow.ToUniversalTime());
    }

    /// <param name="source">The clock that this one runs with.</param>
    internal SandboxClock(TimeProvider source)
    {
        (_source, _start) = (source, source.GetTimestamp());
    }

    /// <summary>Gets whether the clock is stopped.</summary>
    public bool IsStopped
    {
        get
        {
            lock (_lock)
            {
                return _isStopped;
            }
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _source.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal ClockState State
    {
        get
        {
            lock (_lock)
            {
                return new ClockState(_isStopped ? Now : null, _shift);
            }
        }
    }

    private DateTimeOffset Now => (_isStopped ? _stoppedNow : _source.GetUtcNow()) + _shift;

    private TimeSpan Elapsed => (_isStopped ? _stoppedElapsed : _source.GetElapsedTime(_start)) + _elapsedShift;

    /// <summary>Advances the clock. Delays and timers that are due end before the method returns.</summary>
    /// <param name="duration">The duration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        lock (_lock)
        {
            _shift += duration;
            _elapsedShift += duration;
            UpdateTimers();
        }

        FireTimers();
    }

    /// <summary>
    /// Sets the time. A later one is the same as <see cref="Advance"/>; an earlier one changes timestamps, but no delays and timers.
    /// </summary>
    /// <param name="utcNow">The time.</param>
    public void SetUtcNow(DateTimeOffset utcNow)
    {
        lock (_lock)
        {
            TimeSpan change = utcNow - Now;
            _shift += change;
            _elapsedShift += change > TimeSpan.Zero ? change : TimeSpan.Zero;
            UpdateTimers();
        }

        FireTimers();
    }

    /// <summary>Stops the clock at the current time.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (!_isStopped)
            {
                (_stoppedNow, _stoppedElapsed) = (_source.GetUtcNow(), _source.GetElapsedTime(_start));
                _isStopped = true;
                UpdateTimers();
            }
        }
    }

    /// <summary>Lets a stopped clock run again, from its current time.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            if (_isStopped)
            {
                (DateTimeOffset now, TimeSpan elapsed) = (Now, Elapsed);
                _isStopped = false;
                _shift += now - Now;
                _elapsedShift += elapsed - Elapsed;
                UpdateTimers();
            }
        }

        FireTimersInBackground();
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return Now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return Elapsed.Ticks;
        }
    }

    internal void Restore(ClockState state)
    {
        if (state.StoppedAt is { } time)
        {
            Stop();
            SetUtcNow(time);
            return;
        }

        Resume();
        lock (_lock)
        {
            _shift = state.Shift;
        }
    }
}
