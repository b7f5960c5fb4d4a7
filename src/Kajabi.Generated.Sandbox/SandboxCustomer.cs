namespace Kajabi.Sandbox;

/// <summary>A customer of a sandbox; see <see cref="SandboxData.AddCustomer"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxCustomer(string Id) : SandboxIdentifier("customers", Id);
