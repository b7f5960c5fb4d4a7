namespace OpenApi.Drift.Schemas;

/// <summary>Alternatives: <c>oneOf</c> or <c>anyOf</c>.</summary>
/// <param name="IsExclusive">Whether exactly one must match.</param>
/// <param name="Branches">The alternatives.</param>
internal sealed record SchemaUnion(bool IsExclusive, IReadOnlyList<SchemaReference> Branches);
