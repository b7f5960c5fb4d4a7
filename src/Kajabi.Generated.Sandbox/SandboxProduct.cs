namespace Kajabi.Sandbox;

/// <summary>A product of a sandbox; see <see cref="SandboxData.AddProduct"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxProduct(string Id) : SandboxIdentifier("products", Id);
