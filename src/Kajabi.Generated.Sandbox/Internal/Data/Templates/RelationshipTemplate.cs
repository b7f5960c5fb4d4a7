namespace Kajabi.Sandbox.Internal.Data.Templates;

/// <summary>A relationship of a type.</summary>
/// <param name="Name">The name.</param>
/// <param name="Target">The type of the related resources.</param>
/// <param name="IsToMany">Whether it is to-many.</param>
/// <param name="Inverse">The relationship of the related resource that points back; null for none.</param>
internal sealed record RelationshipTemplate(string Name, string Target, bool IsToMany = false, string? Inverse = null)
{
    /// <summary>The site of a resource.</summary>
    public static RelationshipTemplate Site { get; } = new("site", "sites");

    /// <summary>Creates a to-many relationship.</summary>
    public static RelationshipTemplate Many(string name, string target, string? inverse = null) =>
        new(name, target, IsToMany: true, inverse);
}
