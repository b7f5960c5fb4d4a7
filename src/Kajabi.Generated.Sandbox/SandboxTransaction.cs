namespace Kajabi.Sandbox;

/// <summary>A payment or refund of a sandbox; see <see cref="SandboxData.AddTransaction"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxTransaction(string Id) : SandboxIdentifier("transactions", Id);
