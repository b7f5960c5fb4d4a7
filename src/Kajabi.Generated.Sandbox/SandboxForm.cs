namespace Kajabi.Sandbox;

/// <summary>A form of a sandbox; see <see cref="SandboxData.AddForm"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxForm(string Id) : SandboxIdentifier("forms", Id);
