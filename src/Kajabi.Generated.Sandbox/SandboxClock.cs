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
    /// <summary>Gets the earliest time of a clock: the start of the year 2.</summary>
    public static DateTimeOffset MinTime { get; } = new(2, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Gets the latest time that a clock can be set or advanced to: the start of the year 9000. A running clock continues after it.
    /// </summary>
    public static DateTimeOffset MaxTime { get; } = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

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
    /// <exception cref="ArgumentOutOfRangeException">The time is not from <see cref="MinTime"/> to <see cref="MaxTime"/>.</exception>
    public SandboxClock(DateTimeOffset utcNow)
        : this(System)
    {
        ThrowIfOutside(utcNow);
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

    private DateTimeOffset Now => (_isStopped ? _stoppedNow : _source.GetUtcNow()) + _shift;

    private TimeSpan Elapsed => (_isStopped ? _stoppedElapsed : _source.GetElapsedTime(_start)) + _elapsedShift;

    /// <summary>Advances the clock. Delays and timers that are due end before the method returns.</summary>
    /// <param name="duration">The duration.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The duration is negative, or the time would be later than <see cref="MaxTime"/>. The clock does not change.
    /// </exception>
    public void Advance(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(duration),
                "A clock cannot be advanced by a negative duration. Set an earlier time instead."
            );
        }

        lock (_lock)
        {
            if (duration > MaxTime - Now)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(duration),
                    "The clock cannot be advanced beyond the year 9000. Advance it by a shorter duration."
                );
            }

            Shift(duration);
        }

        FireTimers();
    }

    /// <summary>
    /// Sets the time. A later one is the same as <see cref="Advance"/>; an earlier one changes timestamps, but no delays and timers.
    /// </summary>
    /// <param name="utcNow">The time.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The time is not from <see cref="MinTime"/> to <see cref="MaxTime"/>. The clock does not change.
    /// </exception>
    public void SetUtcNow(DateTimeOffset utcNow)
    {
        ThrowIfOutside(utcNow);
        lock (_lock)
        {
            Shift(utcNow - Now);
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

    /// <exception cref="ArgumentOutOfRangeException">The time is not from <see cref="MinTime"/> to <see cref="MaxTime"/>.</exception>
    internal static void ThrowIfOutside(DateTimeOffset utcNow)
    {
        if (utcNow < MinTime || utcNow > MaxTime)
        {
            throw new ArgumentOutOfRangeException(nameof(utcNow), "The time of a clock is from the year 2 to the start of the year 9000.");
        }
    }

    private void Shift(TimeSpan change)
    {
        _shift += change;
        if (change > TimeSpan.Zero)
        {
            MakeRoom(change);
            _elapsedShift += change;
        }

        UpdateTimers();
    }
}
