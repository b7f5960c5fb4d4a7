using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>Rules for changes of combined schemas.</summary>
internal static class CombinationRules
{
    public static SchemaRule OneOfAdded { get; } =
        new("one-of-added", CompatibilityEffect.Widening, "An alternative was added to `oneOf`.");

    public static SchemaRule OneOfRemoved { get; } =
        new("one-of-removed", CompatibilityEffect.Narrowing, "An alternative was removed from `oneOf`.");

    public static SchemaRule AnyOfAdded { get; } =
        new("any-of-added", CompatibilityEffect.Widening, "An alternative was added to `anyOf`.");

    public static SchemaRule AnyOfRemoved { get; } =
        new("any-of-removed", CompatibilityEffect.Narrowing, "An alternative was removed from `anyOf`.");

    public static SchemaRule AlternativesAdded { get; } =
        new("alternatives-added", CompatibilityEffect.Narrowing, "The value must match one of several alternatives now.");

    public static SchemaRule AlternativesRemoved { get; } =
        new("alternatives-removed", CompatibilityEffect.Widening, "The value no longer has to match one of several alternatives.");

    public static SchemaRule AnyOfBecameOneOf { get; } =
        new("any-of-became-one-of", CompatibilityEffect.Narrowing, "Exactly one alternative must match now.");

    public static SchemaRule OneOfBecameAnyOf { get; } =
        new("one-of-became-any-of", CompatibilityEffect.Widening, "More than one alternative may match now.");

    public static SchemaRule OverlapAdded { get; } =
        new(
            "one-of-overlap-added",
            CompatibilityEffect.Narrowing,
            "A value that matches several alternatives of `oneOf` is no longer valid."
        );

    public static SchemaRule OverlapRemoved { get; } =
        new(
            "one-of-overlap-removed",
            CompatibilityEffect.Widening,
            "A value that matches several alternatives of the former `oneOf` is valid now."
        );

    public static SchemaRule DiscriminatorAdded { get; } =
        new("discriminator-added", CompatibilityEffect.Narrowing, "A property distinguishes the alternatives now.");

    public static SchemaRule DiscriminatorRemoved { get; } =
        new("discriminator-removed", CompatibilityEffect.Widening, "No property distinguishes the alternatives any longer.");

    public static SchemaRule DiscriminatorChanged { get; } =
        new("discriminator-property-name-changed", CompatibilityEffect.Breaking, "A different property distinguishes the alternatives.");

    public static SchemaRule MappingAdded { get; } =
        new("discriminator-mapping-added", CompatibilityEffect.Widening, "The discriminator has an additional value.");

    public static SchemaRule MappingRemoved { get; } =
        new("discriminator-mapping-deleted", CompatibilityEffect.Narrowing, "A value of the discriminator was removed.");

    public static SchemaRule MappingChanged { get; } =
        new("discriminator-mapping-changed", CompatibilityEffect.Breaking, "A value of the discriminator selects a different alternative.");

    public static SchemaRule NotAdded { get; } = new("not-added", CompatibilityEffect.Narrowing, "Certain values are excluded now.");

    public static SchemaRule NotRemoved { get; } =
        new("not-removed", CompatibilityEffect.Widening, "Certain values are no longer excluded.");

    public static SchemaRule NotChanged { get; } = new("not-changed", CompatibilityEffect.Breaking, "Different values are excluded.");

    public static SchemaRule ConditionAdded { get; } =
        new("condition-added", CompatibilityEffect.Narrowing, "A condition (`if`) applies now.");

    public static SchemaRule ConditionRemoved { get; } =
        new("condition-removed", CompatibilityEffect.Widening, "A condition (`if`) no longer applies.");

    public static SchemaRule ConditionChanged { get; } =
        new("condition-changed", CompatibilityEffect.Breaking, "A different condition (`if`) applies.");
}
