namespace Kajabi.JsonApi;

/// <summary>One declared relationship of a resource type.</summary>
/// <param name="Name">The name on the wire, such as <c>tags</c>.</param>
/// <param name="PropertyName">The C# property, such as <c>Tags</c>.</param>
/// <param name="TargetType">The wire type at its end, such as <c>contact_tags</c>; null when no contract says.</param>
/// <param name="IsToMany">Whether it can hold several resources.</param>
public sealed record RelationshipDescriptor(string Name, string PropertyName, string? TargetType, bool IsToMany)
{
    internal static RelationshipDescriptor Undeclared { get; } = new(string.Empty, string.Empty, null, IsToMany: false);
}
