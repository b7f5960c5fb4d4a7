namespace Kajabi.Sandbox.Internal.Store;

/// <summary>What a resource of the sandbox is related to.</summary>
/// <param name="targetType">The type at the other end.</param>
/// <param name="isToMany">Whether it is a list.</param>
/// <param name="ids">The ids at the other end.</param>
internal sealed class SandboxRelationship(string targetType, bool isToMany, IEnumerable<string> ids)
{
    public string TargetType => targetType;

    public bool IsToMany => isToMany;

    public List<string> Ids { get; } = [.. ids];
}
