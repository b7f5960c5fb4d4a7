namespace Kajabi.Sandbox;

/// <summary>A contact of a sandbox; see <see cref="SandboxData.AddContact"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxContact(string Id) : SandboxIdentifier("contacts", Id);
