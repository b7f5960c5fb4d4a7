namespace Kajabi.Sandbox;

/// <summary>A note of a sandbox; see <see cref="SandboxData.AddNote"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxNote(string Id) : SandboxIdentifier("contact_notes", Id);
