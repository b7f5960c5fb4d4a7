using Kajabi.Sandbox.Internal.Store;
using Kajabi.Sandbox.Internal.Time;

namespace Kajabi.Sandbox;

/// <summary>
/// The state of a sandbox at a time; see <see cref="KajabiSandbox.TakeSnapshot"/>. It does not change, and can be restored any number of
/// times, also in other sandboxes.
/// </summary>
public sealed class SandboxSnapshot
{
    internal SandboxSnapshot(StoreState data, ClockState clock, SandboxFaults faults, IReadOnlySet<string> disabledWebhooks)
    {
        (Data, Clock, DisabledWebhooks) = (data, clock, disabledWebhooks);
        Rules = [.. faults.Rules.Select(static rule => rule.Clone())];
        DeliveryRules = [.. faults.DeliveryRules.Select(static rule => rule.Clone())];
    }

    private SandboxSnapshot(SandboxSnapshot other, StoreState data)
    {
        (Data, Clock, DisabledWebhooks) = (data, other.Clock, other.DisabledWebhooks);
        (Rules, DeliveryRules) = (other.Rules, other.DeliveryRules);
    }

    internal StoreState Data { get; }

    internal ClockState Clock { get; }

    internal IReadOnlySet<string> DisabledWebhooks { get; }

    internal IReadOnlyList<SandboxFaultRule> Rules { get; }

    internal IReadOnlyList<SandboxDeliveryFaultRule> DeliveryRules { get; }

    /// <summary>Returns a snapshot with other data, and the same clock and faults.</summary>
    internal SandboxSnapshot WithData(StoreState data) => new(this, data);
}
