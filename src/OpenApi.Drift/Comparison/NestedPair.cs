namespace OpenApi.Drift.Comparison;

/// <summary>The two versions of a nested schema.</summary>
/// <param name="Segment">The segment of the JSON path; empty for another schema of the same value.</param>
/// <param name="Pair">The schemas.</param>
internal sealed record NestedPair(string Segment, SchemaPair Pair)
{
    /// <summary>Gets whether it is a subtype of the enclosing schema, whose changes include those of the enclosing schema.</summary>
    public bool IsSubtype { get; init; }
}
