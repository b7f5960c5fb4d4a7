namespace Kajabi.Sandbox;

/// <summary>A purchase of a sandbox; see <see cref="SandboxData.AddPurchase"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxPurchase(string Id) : SandboxIdentifier("purchases", Id)
{
    /// <summary>Gets the customer; null if the purchase was not returned by <see cref="SandboxData.AddPurchase"/>.</summary>
    public SandboxCustomer? Customer { get; internal init; }

    /// <summary>
    /// Gets the payment; null if there is none, or the purchase was not returned by <see cref="SandboxData.AddPurchase"/>.
    /// </summary>
    public SandboxTransaction? Transaction { get; internal init; }
}
