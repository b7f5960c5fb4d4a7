namespace Kajabi.Sandbox;

/// <summary>A fault with the webhook deliveries that it applies to; see <see cref="SandboxFaults.AddForDeliveries"/>.</summary>
public sealed class SandboxDeliveryFaultRule
{
    private int _remaining;

    internal SandboxDeliveryFaultRule(SandboxDeliveryFault fault, int times, string? eventName)
    {
        (Fault, _remaining, EventName) = (fault, times, eventName);
    }

    /// <summary>Gets the fault.</summary>
    public SandboxDeliveryFault Fault { get; }

    /// <summary>Gets the name of the event; null for every event.</summary>
    public string? EventName { get; }

    /// <summary>Gets the number of deliveries that the fault still applies to.</summary>
    public int RemainingCount => Volatile.Read(ref _remaining);

    /// <summary>Counts a delivery. The caller prevents concurrent calls.</summary>
    internal void Use() => Volatile.Write(ref _remaining, _remaining - 1);

    /// <summary>Returns a copy that counts for itself.</summary>
    internal SandboxDeliveryFaultRule Clone() => new(Fault, RemainingCount, EventName);

    /// <summary>Returns a short description.</summary>
    public override string ToString() => $"{EventName ?? "*"}: {Fault}, {RemainingCount} left";
}
