using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Store;

/// <summary>A resource of the sandbox.</summary>
/// <param name="type">The JSON:API type.</param>
/// <param name="id">The id.</param>
/// <param name="attributes">The attributes by their JSON name.</param>
internal sealed class SandboxResource(string type, string id, JsonObject attributes)
{
    public string Type => type;

    public string Id => id;

    public JsonObject Attributes => attributes;

    public Dictionary<string, SandboxRelationship> Relationships { get; } = new(StringComparer.Ordinal);

    public string? GetText(string attribute) => attributes[attribute]?.ToString();

    /// <summary>Sets a to-one relationship.</summary>
    public SandboxResource One(string name, string targetType, string? targetId)
    {
        Relationships[name] = new SandboxRelationship(targetType, isToMany: false, targetId is null ? [] : [targetId]);
        return this;
    }

    /// <summary>Sets a to-many relationship.</summary>
    public SandboxResource Many(string name, string targetType, params IEnumerable<string> targetIds)
    {
        Relationships[name] = new SandboxRelationship(targetType, isToMany: true, targetIds);
        return this;
    }
}
