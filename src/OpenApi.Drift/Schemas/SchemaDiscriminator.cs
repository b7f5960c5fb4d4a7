namespace OpenApi.Drift.Schemas;

/// <summary>A discriminator.</summary>
/// <param name="Property">The name of the property.</param>
/// <param name="Mapping">The alternative for each value, by mapping or by component name.</param>
/// <param name="Subtypes">The values whose alternative extends the schema, so that it is not one of <c>oneOf</c>.</param>
internal sealed record SchemaDiscriminator(
    string Property,
    SortedDictionary<string, SchemaReference> Mapping,
    IReadOnlySet<string> Subtypes
);
