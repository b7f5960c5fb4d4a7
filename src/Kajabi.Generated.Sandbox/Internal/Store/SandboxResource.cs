using System.Globalization;
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

    /// <summary>
    /// Whether the resource was included in a file with other resources, so that a file with resources of its type replaces it; null for
    /// resources that were not loaded.
    /// </summary>
    public bool? IsIncluded { get; set; }

    /// <summary>Returns a copy that shares nothing with this resource.</summary>
    /// <param name="newId">The id of the copy. Default: null, the same id.</param>
    public SandboxResource Clone(string? newId = null)
    {
        SandboxResource clone = new(type, newId ?? id, (JsonObject)attributes.DeepClone()) { IsIncluded = IsIncluded };
        foreach ((string name, SandboxRelationship relationship) in Relationships)
        {
            clone.Relationships[name] = new SandboxRelationship(relationship.TargetType, relationship.IsToMany, relationship.Ids);
        }

        return clone;
    }

    /// <summary>Returns an amount in cents; 0 for null and values that are no number.</summary>
    public long GetCents(string attribute) =>
        decimal.TryParse(GetText(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        && Math.Abs(number) < long.MaxValue
            ? (long)number
            : 0;

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
