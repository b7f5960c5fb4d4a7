namespace Kajabi.Contract.Drift.Schemas;

/// <summary>The property that tells alternatives apart.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Mapping">The alternative that each value stands for, whether the contract maps it or the component's name does.</param>
internal sealed record SchemaDiscriminator(string Property, SortedDictionary<string, SchemaReference> Mapping);
