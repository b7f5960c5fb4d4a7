using System.Text.Json.Nodes;

namespace Kajabi.Sandbox.Internal.Store;

/// <summary>One resource of the sandbox.</summary>
/// <param name="type">Its type on the wire.</param>
/// <param name="id">Its id.</param>
/// <param name="attributes">Its attributes by their name on the wire.</param>
internal sealed class SandboxResource(string type, string id, JsonObject attributes)
{
    public string Type => type;

    public string Id => id;

    public JsonObject Attributes => attributes;

    public Dictionary<string, SandboxRelationship> Relationships { get; } = new(StringComparer.Ordinal);

    public string? Text(string attribute) => attributes[attribute]?.ToString();

    /// <summary>Relates it to at most one resource.</summary>
    public SandboxResource One(string name, string targetType, string? targetId)
    {
        Relationships[name] = new SandboxRelationship(targetType, isToMany: false, targetId is null ? [] : [targetId]);
        return this;
    }

    /// <summary>Relates it to any number of resources.</summary>
    public SandboxResource Many(string name, string targetType, params IEnumerable<string> targetIds)
    {
        Relationships[name] = new SandboxRelationship(targetType, isToMany: true, targetIds);
        return this;
    }
}
