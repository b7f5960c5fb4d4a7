namespace Kajabi.Sandbox;

/// <summary>A site of a sandbox; see <see cref="SandboxData.AddSite"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxSite(string Id) : SandboxIdentifier("sites", Id);
