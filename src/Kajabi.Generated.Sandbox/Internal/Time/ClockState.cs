namespace Kajabi.Sandbox.Internal.Time;

/// <summary>The state of a <see cref="SandboxClock"/>.</summary>
/// <param name="StoppedAt">The time of a stopped clock; null for a running one.</param>
/// <param name="Shift">What was added to the time of its source.</param>
internal sealed record ClockState(DateTimeOffset? StoppedAt, TimeSpan Shift);
