using Newtonsoft.Json.Linq;

namespace OpenApi.Drift.Schemas;

/// <summary>
/// A schema in normalized form: references are resolved, <c>allOf</c> is merged, all notations of null are equal, and
/// keywords without effect (a <c>maxLength</c> of a number) are removed.
/// </summary>
internal sealed class NormalizedSchema
{
    public required JToken Node { get; init; }

    /// <summary>Gets or sets whether a dangling reference makes the meaning unknown.</summary>
    public bool IsUnknown { get; set; }

    public JsonTypes Types { get; set; } = JsonTypes.Any;

    /// <summary>
    /// Gets or sets whether the type contradicts the keywords beside it, so that <see cref="Types"/> contains each possible meaning.
    /// </summary>
    public bool HasContradictingType { get; set; }

    public bool IsNullable { get; set; }

    /// <summary>Gets the formats; several if types have different formats.</summary>
    public SortedSet<string> Formats { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the listed values without null; null if any value is allowed.</summary>
    public SortedSet<string>? Values { get; set; }

    public NumberBound? Min { get; set; }

    public NumberBound? Max { get; set; }

    public decimal? MultipleOf { get; set; }

    public SchemaCounts Counts { get; } = new();

    public SortedSet<string> Patterns { get; } = new(StringComparer.Ordinal);

    public string? ContentEncoding { get; set; }

    public string? ContentMediaType { get; set; }

    public bool HasUniqueItems { get; set; }

    public IReadOnlyList<SchemaReference> PrefixItems { get; set; } = [];

    /// <summary>Gets or sets the schema of the items after <see cref="PrefixItems"/>.</summary>
    public SchemaReference? Items { get; set; }

    public SchemaReference? Contains { get; set; }

    public SortedDictionary<string, SchemaReference> Properties { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SchemaReference> PatternProperties { get; } = new(StringComparer.Ordinal);

    public SchemaReference? AdditionalProperties { get; set; }

    public SchemaReference? PropertyNames { get; set; }

    public SortedSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the pairs of a property and a property that it requires.</summary>
    public SortedSet<(string Property, string Required)> DependentRequired { get; } = [];

    public SortedDictionary<string, SchemaReference> DependentSchemas { get; } = new(StringComparer.Ordinal);

    public List<SchemaUnion> Unions { get; } = [];

    public SchemaDiscriminator? Discriminator { get; set; }

    public List<SchemaReference> Exclusions { get; } = [];

    public List<SchemaCondition> Conditions { get; } = [];

    public bool IsReadOnly { get; set; }

    public bool IsWriteOnly { get; set; }

    public bool IsDeprecated { get; set; }

    public string? Default { get; set; }

    /// <summary>Gets whether no value matches, as with the schema <c>false</c>.</summary>
    public bool IsNever => Types == JsonTypes.None && !IsNullable && !IsUnknown;

    /// <summary>Gets whether every value matches, as with <c>true</c> or <c>{}</c>.</summary>
    public bool IsAny => Types == JsonTypes.Any && IsNullable && !IsUnknown && HasOnlyTypes && Unions.Count == 0;

    /// <summary>Gets whether only the types restrict the value, apart from unions.</summary>
    public bool HasOnlyTypes => Values is null && HasOnlyTypesOrValues;

    /// <summary>Gets whether only the types and the listed values restrict the value, apart from unions.</summary>
    public bool HasOnlyTypesOrValues =>
        Formats.Count == 0
        && Min is null
        && Max is null
        && MultipleOf is null
        && Counts.IsEmpty
        && Patterns.Count == 0
        && ContentEncoding is null
        && ContentMediaType is null
        && !HasUniqueItems
        && PrefixItems.Count == 0
        && Items is null
        && Contains is null
        && Properties.Count == 0
        && PatternProperties.Count == 0
        && AdditionalProperties is null
        && PropertyNames is null
        && Required.Count == 0
        && DependentRequired.Count == 0
        && DependentSchemas.Count == 0
        && Exclusions.Count == 0
        && Conditions.Count == 0;

    /// <summary>Gets the type names for findings.</summary>
    public string TypeText => JsonTypeNames.Describe(Types, IsNullable);
}
