namespace Kajabi.JsonApi;

/// <summary>Describes a declared relationship of a resource type.</summary>
/// <param name="Name">The JSON name, such as <c>tags</c>.</param>
/// <param name="PropertyName">The name of the C# property, such as <c>Tags</c>.</param>
/// <param name="TargetType">
/// The JSON:API type of the related resources, such as <c>contact_tags</c>; null if the OpenAPI document does not declare it.
/// </param>
/// <param name="IsToMany">Whether the relationship can have several related resources.</param>
public sealed record RelationshipDescriptor(string Name, string PropertyName, string? TargetType, bool IsToMany)
{
    internal static RelationshipDescriptor Undeclared { get; } = new(string.Empty, string.Empty, null, IsToMany: false);
}
