namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>The linkage of a relationship in a file.</summary>
/// <param name="IsToMany">Whether it is an array.</param>
/// <param name="Identifiers">The related resources.</param>
internal sealed record LoadedRelationship(bool IsToMany, IReadOnlyList<SandboxIdentifier> Identifiers);
