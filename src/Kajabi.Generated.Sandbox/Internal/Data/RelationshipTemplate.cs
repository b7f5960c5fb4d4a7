namespace Kajabi.Sandbox.Internal.Data;

/// <summary>A relationship of a type.</summary>
/// <param name="Name">The name.</param>
/// <param name="Target">The type of the related resources.</param>
/// <param name="IsToMany">Whether it is to-many.</param>
/// <param name="Inverse">The relationship of the related resource that points back; null for none.</param>
internal sealed record RelationshipTemplate(string Name, string Target, bool IsToMany = false, string? Inverse = null);
