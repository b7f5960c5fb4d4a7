namespace Kajabi.Contract.Drift.Rules;

/// <summary>Changes of what a single value may be.</summary>
internal static class ValueRules
{
    public static SchemaRule TypeChanged { get; } = new("type-changed", Effect.Breaks, "The JSON type is another one.");

    public static SchemaRule TypeGeneralized { get; } = new("type-generalized", Effect.Widens, "More JSON types are possible.");

    public static SchemaRule TypeSpecialized { get; } = new("type-specialized", Effect.Narrows, "Fewer JSON types are possible.");

    public static SchemaRule BecameNullable { get; } = new("became-nullable", Effect.Widens, "The value can be null now.");

    public static SchemaRule BecameNotNullable { get; } = new("became-not-nullable", Effect.Narrows, "The value cannot be null any more.");

    public static SchemaRule FormatAdded { get; } = new("format-added", Effect.Narrows, "The value has a format now.");

    public static SchemaRule FormatRemoved { get; } = new("format-removed", Effect.Widens, "The value has no format any more.");

    public static SchemaRule FormatChanged { get; } = new("format-changed", Effect.Breaks, "The format is another one.");

    public static SchemaRule FormatGeneralized { get; } = new("format-generalized", Effect.Widens, "The format holds more values.");

    public static SchemaRule FormatSpecialized { get; } = new("format-specialized", Effect.Narrows, "The format holds fewer values.");

    public static SchemaRule EnumAdded { get; } = new("became-enum", Effect.Narrows, "Only listed values are possible now.");

    public static SchemaRule EnumRemoved { get; } =
        new("enum-removed", Effect.Widens, "The values are not listed any more; each is possible.");

    public static SchemaRule EnumValueAdded { get; } = new("enum-value-added", Effect.Widens, "One more value is possible.");

    public static SchemaRule EnumValueRemoved { get; } = new("enum-value-removed", Effect.Narrows, "A value is not possible any more.");

    public static SchemaRule DefaultAdded { get; } =
        new("default-value-added", Effect.Shifts, "A value that is left out has a default now.");

    public static SchemaRule DefaultRemoved { get; } =
        new("default-value-removed", Effect.Shifts, "A value that is left out has no default any more.");

    public static SchemaRule DefaultChanged { get; } =
        new("default-value-changed", Effect.Shifts, "A value that is left out means another one.");

    public static SchemaRule MinIncreased { get; } =
        new("min-increased", Effect.Narrows, "The smallest number is greater, or there is one now.");

    public static SchemaRule MinDecreased { get; } =
        new("min-decreased", Effect.Widens, "The smallest number is less, or there is none any more.");

    public static SchemaRule MaxIncreased { get; } =
        new("max-increased", Effect.Widens, "The greatest number is greater, or there is none any more.");

    public static SchemaRule MaxDecreased { get; } =
        new("max-decreased", Effect.Narrows, "The greatest number is less, or there is one now.");

    public static SchemaRule MultipleOfSpecialized { get; } =
        new("multiple-of-specialized", Effect.Narrows, "Fewer multiples are possible.");

    public static SchemaRule MultipleOfGeneralized { get; } = new("multiple-of-generalized", Effect.Widens, "More multiples are possible.");

    public static SchemaRule MultipleOfChanged { get; } = new("multiple-of-changed", Effect.Breaks, "Other multiples are possible.");

    public static SchemaRule MinLengthIncreased { get; } = new("min-length-increased", Effect.Narrows, "The text has to be longer.");

    public static SchemaRule MinLengthDecreased { get; } = new("min-length-decreased", Effect.Widens, "The text may be shorter.");

    public static SchemaRule MaxLengthIncreased { get; } = new("max-length-increased", Effect.Widens, "The text may be longer.");

    public static SchemaRule MaxLengthDecreased { get; } = new("max-length-decreased", Effect.Narrows, "The text has to be shorter.");

    public static SchemaRule PatternAdded { get; } = new("pattern-added", Effect.Narrows, "The text has to match a pattern now.");

    public static SchemaRule PatternRemoved { get; } = new("pattern-removed", Effect.Widens, "The text has to match a pattern no more.");

    public static SchemaRule PatternChanged { get; } = new("pattern-changed", Effect.Breaks, "The text has to match another pattern.");

    public static SchemaRule ContentEncodingChanged { get; } =
        new("content-encoding-changed", Effect.Breaks, "What the text holds is encoded in another way.");

    public static SchemaRule ContentMediaTypeChanged { get; } =
        new("content-media-type-changed", Effect.Breaks, "What the text holds is of another media type.");

    public static SchemaRule Deprecated { get; } = new("deprecated", Effect.Informs, "It is deprecated now.");

    public static SchemaRule Reactivated { get; } = new("reactivated", Effect.Informs, "It is deprecated no more.");
}
