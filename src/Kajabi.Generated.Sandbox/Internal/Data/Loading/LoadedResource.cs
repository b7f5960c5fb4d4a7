using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>A resource as a file contains it.</summary>
/// <param name="Type">The JSON:API type.</param>
/// <param name="Id">The id.</param>
/// <param name="Line">The line on which it starts.</param>
/// <param name="IsIncluded">Whether it is included in another resource or document, and can occur several times.</param>
internal sealed record LoadedResource(string Type, string Id, int Line, bool IsIncluded)
{
    public JsonObject Attributes { get; set; } = [];

    /// <summary>The relationships whose linkage is known.</summary>
    public Dictionary<string, LoadedRelationship> Relationships { get; } = new(StringComparer.Ordinal);

    public SandboxDataException CreateError(string cause) =>
        new($"Line {Line}, {Type} {Id}: {cause}", Line, new SandboxIdentifier(Type, Id));
}
