using Kajabi.Sandbox.Internal.Faults;

namespace Kajabi.Sandbox;

/// <summary>A fault of a webhook delivery; see <see cref="SandboxFaults.AddForDeliveries"/>.</summary>
/// <example><code>sandbox.Faults.AddForDeliveries(SandboxDeliveryFault.Duplicate(), eventName: "tag_added");</code></example>
public sealed class SandboxDeliveryFault
{
    private readonly string _name;

    private SandboxDeliveryFault(string name)
    {
        _name = name;
    }

    internal bool IsDuplicated { get; private init; }

    internal bool IsDropped { get; private init; }

    internal TimeSpan Duration { get; private init; }

    /// <summary>Delivers the event twice. <see cref="KajabiSandbox.WaitForDeliveriesAsync"/> returns both deliveries.</summary>
    public static SandboxDeliveryFault Duplicate() => new("duplicate") { IsDuplicated = true };

    /// <summary>
    /// Delivers the event after a delay, on the clock of the sandbox. Later events are not delayed and arrive first.
    /// </summary>
    /// <param name="duration">The delay.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is not positive, or longer than 30 days.</exception>
    public static SandboxDeliveryFault Delay(TimeSpan duration)
    {
        DelayRange.ThrowIfOutside(duration, nameof(duration));
        return new SandboxDeliveryFault("delay") { Duration = duration };
    }

    /// <summary>Does not send the event. Its delivery has no <see cref="SandboxDelivery.ResponseStatusCodes"/>.</summary>
    public static SandboxDeliveryFault Drop() => new("drop") { IsDropped = true };

    /// <summary>Returns a short description.</summary>
    public override string ToString() => _name;
}
