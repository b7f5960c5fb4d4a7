using Kajabi.Contract.Reporting;

namespace Kajabi.Contract.Drift.Rules;

/// <summary>Changes of what objects and arrays hold and how schemas are combined.</summary>
internal static class StructureRules
{
    public static SchemaRule PropertyRemoved { get; } =
        new("removed", Effect.Breaks, "The property is gone.")
        {
            RequestId = "request-property-removed",
            ResponseId = "response-property-removed",
            IsInside = true,
        };

    public static SchemaRule OptionalPropertyAdded { get; } =
        new("optional-added", Effect.Informs, "The property is new and optional.")
        {
            RequestId = "new-optional-request-property",
            ResponseId = "response-optional-property-added",
            IsInside = true,
        };

    public static SchemaRule RequiredPropertyAdded { get; } =
        new("required-added", Effect.Narrows, "The property is new and required.")
        {
            RequestId = "new-required-request-property",
            ResponseId = "response-required-property-added",
            IsInside = true,
        };

    public static SchemaRule BecameRequired { get; } =
        new("became-required", Effect.Narrows, "The property is required now.") { IsInside = true };

    public static SchemaRule BecameOptional { get; } =
        new("became-optional", Effect.Widens, "The property is required no more.") { IsInside = true };

    public static SchemaRule BecameReadOnly { get; } =
        new("became-read-only", Effect.Breaks, "The property cannot be sent any more.") { OnlyIn = Direction.Request, IsInside = true };

    public static SchemaRule BecameNotReadOnly { get; } =
        new("became-not-read-only", Effect.Informs, "The property can be sent now.") { OnlyIn = Direction.Request, IsInside = true };

    public static SchemaRule BecameWriteOnly { get; } =
        new("became-write-only", Effect.Breaks, "The property is not answered any more.") { OnlyIn = Direction.Response, IsInside = true };

    public static SchemaRule BecameNotWriteOnly { get; } =
        new("became-not-write-only", Effect.Informs, "The property is answered now.") { OnlyIn = Direction.Response, IsInside = true };

    public static SchemaRule AdditionalPropertiesForbidden { get; } =
        new("additional-properties-removed", Effect.Narrows, "Other properties than the declared ones are not possible any more.")
        {
            IsInside = true,
        };

    public static SchemaRule AdditionalPropertiesAllowed { get; } =
        new("additional-properties-added", Effect.Widens, "Other properties than the declared ones are possible now.") { IsInside = true };

    public static SchemaRule AdditionalPropertiesSpecialized { get; } =
        new("additional-properties-specialized", Effect.Narrows, "Properties that are not declared have a schema now.") { IsInside = true };

    public static SchemaRule AdditionalPropertiesGeneralized { get; } =
        new("additional-properties-generalized", Effect.Widens, "Properties that are not declared have no schema any more.")
        {
            IsInside = true,
        };

    public static SchemaRule PatternPropertySpecialized { get; } =
        new("pattern-property-specialized", Effect.Narrows, "Fewer values are possible for properties whose name matches the pattern.")
        {
            IsInside = true,
        };

    public static SchemaRule PatternPropertyGeneralized { get; } =
        new("pattern-property-generalized", Effect.Widens, "More values are possible for properties whose name matches the pattern.")
        {
            IsInside = true,
        };

    public static SchemaRule DependentRequiredAdded { get; } =
        new("dependent-required-added", Effect.Narrows, "One property demands another now.") { IsInside = true };

    public static SchemaRule DependentRequiredRemoved { get; } =
        new("dependent-required-removed", Effect.Widens, "One property demands another no more.") { IsInside = true };

    public static SchemaRule DependentSchemaAdded { get; } =
        new("dependent-schema-added", Effect.Narrows, "A property brings further conditions now.");

    public static SchemaRule DependentSchemaRemoved { get; } =
        new("dependent-schema-removed", Effect.Widens, "A property brings no further conditions any more.");

    public static SchemaRule MinPropertiesIncreased { get; } =
        new("min-properties-increased", Effect.Narrows, "More properties are needed.");

    public static SchemaRule MinPropertiesDecreased { get; } =
        new("min-properties-decreased", Effect.Widens, "Fewer properties are needed.");

    public static SchemaRule MaxPropertiesIncreased { get; } =
        new("max-properties-increased", Effect.Widens, "More properties are possible.");

    public static SchemaRule MaxPropertiesDecreased { get; } =
        new("max-properties-decreased", Effect.Narrows, "Fewer properties are possible.");

    public static SchemaRule MinItemsIncreased { get; } = new("min-items-increased", Effect.Narrows, "The list needs more items.");

    public static SchemaRule MinItemsDecreased { get; } = new("min-items-decreased", Effect.Widens, "The list needs fewer items.");

    public static SchemaRule MaxItemsIncreased { get; } = new("max-items-increased", Effect.Widens, "The list can have more items.");

    public static SchemaRule MaxItemsDecreased { get; } = new("max-items-decreased", Effect.Narrows, "The list can have fewer items.");

    public static SchemaRule UniqueItemsAdded { get; } = new("unique-items-added", Effect.Narrows, "The items have to differ now.");

    public static SchemaRule UniqueItemsRemoved { get; } = new("unique-items-removed", Effect.Widens, "The items may be equal now.");

    public static SchemaRule ContainsAdded { get; } = new("contains-added", Effect.Narrows, "The list has to contain a certain item now.");

    public static SchemaRule ContainsRemoved { get; } =
        new("contains-removed", Effect.Widens, "The list has to contain a certain item no more.");

    public static SchemaRule MinContainsIncreased { get; } =
        new("min-contains-increased", Effect.Narrows, "The list has to contain more of a certain item.");

    public static SchemaRule MinContainsDecreased { get; } =
        new("min-contains-decreased", Effect.Widens, "The list has to contain fewer of a certain item.");

    public static SchemaRule MaxContainsIncreased { get; } =
        new("max-contains-increased", Effect.Widens, "The list can contain more of a certain item.");

    public static SchemaRule MaxContainsDecreased { get; } =
        new("max-contains-decreased", Effect.Narrows, "The list can contain fewer of a certain item.");
}
