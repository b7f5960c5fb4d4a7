namespace Kajabi.Sandbox;

/// <summary>A course of a sandbox; see <see cref="SandboxData.AddCourse"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxCourse(string Id) : SandboxIdentifier("courses", Id);
