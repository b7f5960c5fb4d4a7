namespace Kajabi.Sandbox;

/// <summary>A tag of a sandbox; see <see cref="SandboxData.AddTag"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxTag(string Id) : SandboxIdentifier("contact_tags", Id);
