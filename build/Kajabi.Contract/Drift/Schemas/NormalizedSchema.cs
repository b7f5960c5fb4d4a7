using Newtonsoft.Json.Linq;

namespace Kajabi.Contract.Drift.Schemas;

/// <summary>
/// What a schema means on the wire: references resolved, <c>allOf</c> merged, the spellings of null one thing, and
/// words without effect (a <c>maxLength</c> of a number) left out.
/// </summary>
internal sealed class NormalizedSchema
{
    public required JToken Place { get; init; }

    /// <summary>Whether a reference that leads nowhere takes part, so that nobody knows what is meant.</summary>
    public bool IsUnknown { get; set; }

    public JsonTypes Types { get; set; } = JsonTypes.Any;

    public bool IsNullable { get; set; }

    /// <summary>One, unless the types have formats of their own.</summary>
    public SortedSet<string> Formats { get; } = new(StringComparer.Ordinal);

    /// <summary>The listed values without null; null when each value is possible.</summary>
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

    /// <summary>What the items beyond <see cref="PrefixItems"/> are.</summary>
    public SchemaReference? Items { get; set; }

    public SchemaReference? Contains { get; set; }

    public SortedDictionary<string, SchemaReference> Properties { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, SchemaReference> PatternProperties { get; } = new(StringComparer.Ordinal);

    public SchemaReference? AdditionalProperties { get; set; }

    public SchemaReference? PropertyNames { get; set; }

    public SortedSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Pairs of a property and one that it demands.</summary>
    public SortedSet<(string Property, string Demanded)> DependentRequired { get; } = [];

    public SortedDictionary<string, SchemaReference> DependentSchemas { get; } = new(StringComparer.Ordinal);

    public List<SchemaUnion> Unions { get; } = [];

    public SchemaDiscriminator? Discriminator { get; set; }

    public List<SchemaReference> Exclusions { get; } = [];

    public List<SchemaCondition> Conditions { get; } = [];

    public bool IsReadOnly { get; set; }

    public bool IsWriteOnly { get; set; }

    public bool IsDeprecated { get; set; }

    public string? Default { get; set; }

    /// <summary>Whether no value fits, as with the schema <c>false</c>.</summary>
    public bool IsNever => Types == JsonTypes.None && !IsNullable && !IsUnknown;

    /// <summary>Whether each value fits, as with <c>true</c> or <c>{}</c>.</summary>
    public bool IsAny => Types == JsonTypes.Any && IsNullable && !IsUnknown && HasOnlyTypes && Unions.Count == 0;

    /// <summary>Whether nothing is said of the value but its types, unions apart.</summary>
    public bool HasOnlyTypes =>
        Formats.Count == 0
        && Values is null
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

    /// <summary>The types in words, for before and after.</summary>
    public string TypeText => JsonTypeNames.Describe(Types, IsNullable);
}
