namespace Kajabi.Contract.Compose.Model;

/// <summary>A relationship of a resource type.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="TargetType">The wire type at its end; null when nobody says.</param>
/// <param name="IsToMany">Whether it can hold several resources.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsDeprecated">Whether the contract advises against it.</param>
internal sealed record RelationshipModel(string WireName, string? TargetType, bool IsToMany, string? Description, bool IsDeprecated);
