namespace OpenApi.Drift.Schemas;

/// <summary>A discriminator.</summary>
/// <param name="Property">The name of the property.</param>
/// <param name="Mapping">The alternative for each value, by mapping or by component name.</param>
internal sealed record SchemaDiscriminator(string Property, SortedDictionary<string, SchemaReference> Mapping);
