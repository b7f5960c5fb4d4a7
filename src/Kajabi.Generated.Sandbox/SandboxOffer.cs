namespace Kajabi.Sandbox;

/// <summary>An offer of a sandbox; see <see cref="SandboxData.AddOffer"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxOffer(string Id) : SandboxIdentifier("offers", Id);
