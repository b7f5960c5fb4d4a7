using OpenApi.Documents.Findings;

namespace OpenApi.Drift.Rules;

/// <summary>Rules for changes of single values.</summary>
internal static class ValueRules
{
    public static SchemaRule TypeChanged { get; } = new("type-changed", CompatibilityEffect.Breaking, "The JSON type has changed.");

    public static SchemaRule TypeGeneralized { get; } =
        new("type-generalized", CompatibilityEffect.Widening, "More JSON types are allowed.");

    public static SchemaRule TypeSpecialized { get; } =
        new("type-specialized", CompatibilityEffect.Narrowing, "Fewer JSON types are allowed.");

    public static SchemaRule BecameNullable { get; } = new("became-nullable", CompatibilityEffect.Widening, "The value can be null now.");

    public static SchemaRule BecameNotNullable { get; } =
        new("became-not-nullable", CompatibilityEffect.Narrowing, "The value can no longer be null.");

    public static SchemaRule FormatAdded { get; } = new("format-added", CompatibilityEffect.Narrowing, "The value has a format now.");

    public static SchemaRule FormatRemoved { get; } =
        new("format-removed", CompatibilityEffect.Widening, "The value no longer has a format.");

    public static SchemaRule FormatChanged { get; } = new("format-changed", CompatibilityEffect.Breaking, "The format has changed.");

    public static SchemaRule FormatGeneralized { get; } =
        new("format-generalized", CompatibilityEffect.Widening, "The format allows more values.");

    public static SchemaRule FormatSpecialized { get; } =
        new("format-specialized", CompatibilityEffect.Narrowing, "The format allows fewer values.");

    public static SchemaRule EnumAdded { get; } =
        new("became-enum", CompatibilityEffect.Narrowing, "Only the listed values are allowed now.");

    public static SchemaRule EnumRemoved { get; } =
        new("enum-removed", CompatibilityEffect.Widening, "The values are no longer listed; any value is allowed.");

    public static SchemaRule EnumValueAdded { get; } =
        new("enum-value-added", CompatibilityEffect.Widening, "An additional value is allowed.");

    public static SchemaRule EnumValueRemoved { get; } =
        new("enum-value-removed", CompatibilityEffect.Narrowing, "A value is no longer allowed.");

    public static SchemaRule DefaultAdded { get; } =
        new("default-value-added", CompatibilityEffect.Behavioral, "An omitted value has a default now.");

    public static SchemaRule DefaultRemoved { get; } =
        new("default-value-removed", CompatibilityEffect.Behavioral, "An omitted value no longer has a default.");

    public static SchemaRule DefaultChanged { get; } =
        new("default-value-changed", CompatibilityEffect.Behavioral, "An omitted value has a different default.");

    public static SchemaRule MinIncreased { get; } =
        new("min-increased", CompatibilityEffect.Narrowing, "The minimum is greater, or a minimum was added.");

    public static SchemaRule MinDecreased { get; } =
        new("min-decreased", CompatibilityEffect.Widening, "The minimum is smaller, or the minimum was removed.");

    public static SchemaRule MaxIncreased { get; } =
        new("max-increased", CompatibilityEffect.Widening, "The maximum is greater, or the maximum was removed.");

    public static SchemaRule MaxDecreased { get; } =
        new("max-decreased", CompatibilityEffect.Narrowing, "The maximum is smaller, or a maximum was added.");

    public static SchemaRule MultipleOfSpecialized { get; } =
        new("multiple-of-specialized", CompatibilityEffect.Narrowing, "Fewer multiples are allowed.");

    public static SchemaRule MultipleOfGeneralized { get; } =
        new("multiple-of-generalized", CompatibilityEffect.Widening, "More multiples are allowed.");

    public static SchemaRule MultipleOfChanged { get; } =
        new("multiple-of-changed", CompatibilityEffect.Breaking, "Different multiples are allowed.");

    public static SchemaRule MinLengthIncreased { get; } =
        new("min-length-increased", CompatibilityEffect.Narrowing, "The string must be longer.");

    public static SchemaRule MinLengthDecreased { get; } =
        new("min-length-decreased", CompatibilityEffect.Widening, "The string may be shorter.");

    public static SchemaRule MaxLengthIncreased { get; } =
        new("max-length-increased", CompatibilityEffect.Widening, "The string may be longer.");

    public static SchemaRule MaxLengthDecreased { get; } =
        new("max-length-decreased", CompatibilityEffect.Narrowing, "The string must be shorter.");

    public static SchemaRule PatternAdded { get; } =
        new("pattern-added", CompatibilityEffect.Narrowing, "The string must match a pattern now.");

    public static SchemaRule PatternRemoved { get; } =
        new("pattern-removed", CompatibilityEffect.Widening, "The string no longer has to match a pattern.");

    public static SchemaRule PatternChanged { get; } =
        new("pattern-changed", CompatibilityEffect.Breaking, "The string must match a different pattern.");

    public static SchemaRule ContentEncodingChanged { get; } =
        new("content-encoding-changed", CompatibilityEffect.Breaking, "The content of the string has a different encoding.");

    public static SchemaRule ContentMediaTypeChanged { get; } =
        new("content-media-type-changed", CompatibilityEffect.Breaking, "The content of the string has a different media type.");

    public static SchemaRule Deprecated { get; } = new("deprecated", CompatibilityEffect.None, "The element is deprecated now.");

    public static SchemaRule Reactivated { get; } = new("reactivated", CompatibilityEffect.None, "The element is no longer deprecated.");
}
