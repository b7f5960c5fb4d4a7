using Kajabi.Sandbox.Internal.Time;

namespace Kajabi.Sandbox;

/// <content>The state of the clock in a snapshot.</content>
public sealed partial class SandboxClock
{
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
            // The state can be one of a clock with another source.
            DateTimeOffset now = _source.GetUtcNow();
            _shift =
                state.Shift > MaxTime - now ? MaxTime - now
                : state.Shift < MinTime - now ? MinTime - now
                : state.Shift;
        }
    }
}
