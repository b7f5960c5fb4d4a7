namespace Kajabi.Contract.Drift.Rules;

/// <summary>Changes of how schemas are combined.</summary>
internal static class CombinationRules
{
    public static SchemaRule OneOfAdded { get; } = new("one-of-added", Effect.Widens, "One more alternative of `oneOf` is possible.");

    public static SchemaRule OneOfRemoved { get; } =
        new("one-of-removed", Effect.Narrows, "An alternative of `oneOf` is not possible any more.");

    public static SchemaRule AnyOfAdded { get; } = new("any-of-added", Effect.Widens, "One more alternative of `anyOf` is possible.");

    public static SchemaRule AnyOfRemoved { get; } =
        new("any-of-removed", Effect.Narrows, "An alternative of `anyOf` is not possible any more.");

    public static SchemaRule AlternativesAdded { get; } =
        new("alternatives-added", Effect.Narrows, "The value has to be one of several alternatives now.");

    public static SchemaRule AlternativesRemoved { get; } =
        new("alternatives-removed", Effect.Widens, "The value has to be one of several alternatives no more.");

    public static SchemaRule AnyOfBecameOneOf { get; } =
        new("any-of-became-one-of", Effect.Narrows, "Exactly one alternative has to fit now.");

    public static SchemaRule OneOfBecameAnyOf { get; } =
        new("one-of-became-any-of", Effect.Widens, "More than one alternative may fit now.");

    public static SchemaRule DiscriminatorAdded { get; } =
        new("discriminator-added", Effect.Narrows, "A property tells the alternatives apart now.");

    public static SchemaRule DiscriminatorRemoved { get; } =
        new("discriminator-removed", Effect.Widens, "No property tells the alternatives apart any more.");

    public static SchemaRule DiscriminatorChanged { get; } =
        new("discriminator-property-name-changed", Effect.Breaks, "Another property tells the alternatives apart.");

    public static SchemaRule MappingAdded { get; } =
        new("discriminator-mapping-added", Effect.Widens, "The discriminator has one more value.");

    public static SchemaRule MappingRemoved { get; } =
        new("discriminator-mapping-deleted", Effect.Narrows, "The discriminator has lost a value.");

    public static SchemaRule MappingChanged { get; } =
        new("discriminator-mapping-changed", Effect.Breaks, "A value of the discriminator stands for another alternative.");

    public static SchemaRule NotAdded { get; } = new("not-added", Effect.Narrows, "Certain values are excluded now.");

    public static SchemaRule NotRemoved { get; } = new("not-removed", Effect.Widens, "Certain values are excluded no more.");

    public static SchemaRule NotChanged { get; } = new("not-changed", Effect.Breaks, "Other values are excluded.");

    public static SchemaRule ConditionAdded { get; } = new("condition-added", Effect.Narrows, "A condition (`if`) applies now.");

    public static SchemaRule ConditionRemoved { get; } = new("condition-removed", Effect.Widens, "A condition (`if`) applies no more.");

    public static SchemaRule ConditionChanged { get; } = new("condition-changed", Effect.Breaks, "Another condition (`if`) applies.");
}
