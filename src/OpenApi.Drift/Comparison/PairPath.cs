namespace OpenApi.Drift.Comparison;

/// <summary>A pair and the path to it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Path">The path.</param>
/// <param name="CommonPath">The path without the subtypes in it.</param>
internal sealed record PairPath(SchemaPair Pair, string Path, string CommonPath)
{
    public SchemaChange Below(SchemaChange change) => change.Below(Path, CommonPath);

    public PairPath To(NestedPair nested) =>
        new(nested.Pair, Path + nested.Segment, nested.IsSubtype ? CommonPath : CommonPath + nested.Segment);
}
