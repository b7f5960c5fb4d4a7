namespace Kajabi.Sandbox;

/// <summary>
/// The type and the id of a resource of a sandbox. The methods of <see cref="SandboxData"/> return those of added resources; those of the
/// sample data are created with their id: <c>new SandboxContact("123")</c>.
/// </summary>
/// <param name="Type">The JSON:API type, such as <c>contacts</c>.</param>
/// <param name="Id">The id.</param>
public record SandboxIdentifier(string Type, string Id)
{
    /// <summary>Returns the type and the id.</summary>
    public sealed override string ToString() => $"{Type} {Id}";
}
