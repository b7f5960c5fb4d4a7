using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>Rules for changes of objects and arrays.</summary>
internal static class StructureRules
{
    public static SchemaRule PropertyRemoved { get; } =
        new("removed", CompatibilityEffect.Breaking, "The property was removed.")
        {
            RequestId = "request-property-removed",
            ResponseId = "response-property-removed",
            IsNested = true,
        };

    public static SchemaRule OptionalPropertyAdded { get; } =
        new("optional-added", CompatibilityEffect.None, "The property is new and optional.")
        {
            RequestId = "new-optional-request-property",
            ResponseId = "response-optional-property-added",
            IsNested = true,
        };

    public static SchemaRule RequiredPropertyAdded { get; } =
        new("required-added", CompatibilityEffect.Narrowing, "The property is new and required.")
        {
            RequestId = "new-required-request-property",
            ResponseId = "response-required-property-added",
            IsNested = true,
        };

    public static SchemaRule BecameRequired { get; } =
        new("became-required", CompatibilityEffect.Narrowing, "The property is required now.") { IsNested = true };

    public static SchemaRule BecameOptional { get; } =
        new("became-optional", CompatibilityEffect.Widening, "The property is no longer required.") { IsNested = true };

    public static SchemaRule BecameReadOnly { get; } =
        new("became-read-only", CompatibilityEffect.Breaking, "The property can no longer be sent.")
        {
            OnlyIn = Direction.Request,
            IsNested = true,
        };

    public static SchemaRule BecameNotReadOnly { get; } =
        new("became-not-read-only", CompatibilityEffect.None, "The property can be sent now.")
        {
            OnlyIn = Direction.Request,
            IsNested = true,
        };

    public static SchemaRule BecameWriteOnly { get; } =
        new("became-write-only", CompatibilityEffect.Breaking, "The property is no longer returned.")
        {
            OnlyIn = Direction.Response,
            IsNested = true,
        };

    public static SchemaRule BecameNotWriteOnly { get; } =
        new("became-not-write-only", CompatibilityEffect.None, "The property is returned now.")
        {
            OnlyIn = Direction.Response,
            IsNested = true,
        };

    public static SchemaRule AdditionalPropertiesForbidden { get; } =
        new("additional-properties-removed", CompatibilityEffect.Narrowing, "Undeclared properties are no longer allowed.")
        {
            IsNested = true,
        };

    public static SchemaRule AdditionalPropertiesAllowed { get; } =
        new("additional-properties-added", CompatibilityEffect.Widening, "Undeclared properties are allowed now.") { IsNested = true };

    public static SchemaRule AdditionalPropertiesSpecialized { get; } =
        new("additional-properties-specialized", CompatibilityEffect.Narrowing, "Undeclared properties have a schema now.")
        {
            IsNested = true,
        };

    public static SchemaRule AdditionalPropertiesGeneralized { get; } =
        new("additional-properties-generalized", CompatibilityEffect.Widening, "Undeclared properties no longer have a schema.")
        {
            IsNested = true,
        };

    public static SchemaRule PatternPropertySpecialized { get; } =
        new(
            "pattern-property-specialized",
            CompatibilityEffect.Narrowing,
            "Fewer values are allowed for properties whose name matches the pattern."
        )
        {
            IsNested = true,
        };

    public static SchemaRule PatternPropertyGeneralized { get; } =
        new(
            "pattern-property-generalized",
            CompatibilityEffect.Widening,
            "More values are allowed for properties whose name matches the pattern."
        )
        {
            IsNested = true,
        };

    public static SchemaRule DependentRequiredAdded { get; } =
        new("dependent-required-added", CompatibilityEffect.Narrowing, "A property requires another property now.") { IsNested = true };

    public static SchemaRule DependentRequiredRemoved { get; } =
        new("dependent-required-removed", CompatibilityEffect.Widening, "A property no longer requires another property.")
        {
            IsNested = true,
        };

    public static SchemaRule DependentSchemaAdded { get; } =
        new("dependent-schema-added", CompatibilityEffect.Narrowing, "A property adds a schema for the object now.");

    public static SchemaRule DependentSchemaRemoved { get; } =
        new("dependent-schema-removed", CompatibilityEffect.Widening, "A property no longer adds a schema for the object.");

    public static SchemaRule MinPropertiesIncreased { get; } =
        new("min-properties-increased", CompatibilityEffect.Narrowing, "More properties are required.");

    public static SchemaRule MinPropertiesDecreased { get; } =
        new("min-properties-decreased", CompatibilityEffect.Widening, "Fewer properties are required.");

    public static SchemaRule MaxPropertiesIncreased { get; } =
        new("max-properties-increased", CompatibilityEffect.Widening, "More properties are allowed.");

    public static SchemaRule MaxPropertiesDecreased { get; } =
        new("max-properties-decreased", CompatibilityEffect.Narrowing, "Fewer properties are allowed.");

    public static SchemaRule MinItemsIncreased { get; } =
        new("min-items-increased", CompatibilityEffect.Narrowing, "The array requires more items.");

    public static SchemaRule MinItemsDecreased { get; } =
        new("min-items-decreased", CompatibilityEffect.Widening, "The array requires fewer items.");

    public static SchemaRule MaxItemsIncreased { get; } =
        new("max-items-increased", CompatibilityEffect.Widening, "The array allows more items.");

    public static SchemaRule MaxItemsDecreased { get; } =
        new("max-items-decreased", CompatibilityEffect.Narrowing, "The array allows fewer items.");

    public static SchemaRule UniqueItemsAdded { get; } =
        new("unique-items-added", CompatibilityEffect.Narrowing, "The items must be unique now.");

    public static SchemaRule UniqueItemsRemoved { get; } =
        new("unique-items-removed", CompatibilityEffect.Widening, "The items no longer have to be unique.");

    public static SchemaRule ContainsAdded { get; } =
        new("contains-added", CompatibilityEffect.Narrowing, "The array must contain a matching item now.");

    public static SchemaRule ContainsRemoved { get; } =
        new("contains-removed", CompatibilityEffect.Widening, "The array no longer has to contain a matching item.");

    public static SchemaRule MinContainsIncreased { get; } =
        new("min-contains-increased", CompatibilityEffect.Narrowing, "The array must contain more matching items.");

    public static SchemaRule MinContainsDecreased { get; } =
        new("min-contains-decreased", CompatibilityEffect.Widening, "The array must contain fewer matching items.");

    public static SchemaRule MaxContainsIncreased { get; } =
        new("max-contains-increased", CompatibilityEffect.Widening, "The array may contain more matching items.");

    public static SchemaRule MaxContainsDecreased { get; } =
        new("max-contains-decreased", CompatibilityEffect.Narrowing, "The array may contain fewer matching items.");
}
