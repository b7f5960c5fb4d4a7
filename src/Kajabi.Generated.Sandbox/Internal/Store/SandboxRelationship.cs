namespace Kajabi.Sandbox.Internal.Store;

/// <summary>A relationship of a resource.</summary>
/// <param name="targetType">The type of the related resources.</param>
/// <param name="isToMany">Whether it is to-many.</param>
/// <param name="ids">The ids of the related resources.</param>
internal sealed class SandboxRelationship(string targetType, bool isToMany, IEnumerable<string> ids)
{
    public string TargetType => targetType;

    public bool IsToMany => isToMany;

    public List<string> Ids { get; } = [.. ids];
}
