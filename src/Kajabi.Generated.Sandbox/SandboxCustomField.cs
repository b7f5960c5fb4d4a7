namespace Kajabi.Sandbox;

/// <summary>A custom field of a sandbox; see <see cref="SandboxData.AddCustomField"/>.</summary>
/// <param name="Id">The id.</param>
public sealed record SandboxCustomField(string Id) : SandboxIdentifier("custom_fields", Id);
