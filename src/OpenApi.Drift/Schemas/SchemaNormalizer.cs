namespace OpenApi.Drift.Schemas;

/// <summary>Removes keywords without effect and unifies equivalent restrictions.</summary>
internal static class SchemaNormalizer
{
    public static void Normalize(NormalizedSchema schema, SchemaReader reader)
    {
        ResolveExclusions(schema, reader);

        // A boolean that lists both values is not restricted.
        if (schema.Types == JsonTypes.Boolean && schema.Values?.Count == 2)
        {
            schema.Values = null;
        }

        if (schema.Values?.Count == 0)
        {
            schema.Types = JsonTypes.None;
            schema.Values = null;
        }

        if (!schema.Types.HasFlag(JsonTypes.Fraction))
        {
            schema.Min = schema.Min?.ForIntegers(1);
            schema.Max = schema.Max?.ForIntegers(-1);
            schema.MultipleOf = schema.MultipleOf == 1 ? null : schema.MultipleOf;
        }

        RemoveIrrelevantKeywords(schema, reader);
    }

    /// <summary>Removes exclusions of null, which the types express, and resolves exclusions of every value.</summary>
    private static void ResolveExclusions(NormalizedSchema schema, SchemaReader reader)
    {
        schema.Exclusions.RemoveAll(exclusion => reader.TryRead(exclusion) is { Types: JsonTypes.None, IsUnknown: false });
        if (schema.Exclusions.Exists(exclusion => reader.TryRead(exclusion)?.IsAny == true))
        {
            schema.Types = JsonTypes.None;
            schema.Exclusions.Clear();
        }
    }

    private static void RemoveIrrelevantKeywords(NormalizedSchema schema, SchemaReader reader)
    {
        SchemaCounts counts = schema.Counts;
        if ((schema.Types & JsonTypes.Number) == JsonTypes.None)
        {
            (schema.Min, schema.Max, schema.MultipleOf) = (null, null, null);
        }

        if (!schema.Types.HasFlag(JsonTypes.String))
        {
            (counts.MinLength, counts.MaxLength) = (0, null);
            (schema.ContentEncoding, schema.ContentMediaType) = (null, null);
            schema.Patterns.Clear();
        }

        if (!schema.Types.HasFlag(JsonTypes.Array))
        {
            (counts.MinItems, counts.MaxItems, counts.MinContains, counts.MaxContains) = (0, null, null, null);
            (schema.HasUniqueItems, schema.PrefixItems, schema.Items, schema.Contains) = (false, [], null, null);
        }

        if (schema.Contains is null || counts is { MinContains: 0, MaxContains: null })
        {
            schema.Contains = null;
            (counts.MinContains, counts.MaxContains) = (null, null);
        }

        if (!schema.Types.HasFlag(JsonTypes.Object))
        {
            RemoveObjectKeywords(schema);
        }

        // Names are always strings, so `type: string` has no effect.
        if (
            schema.PropertyNames is { } names
            && reader.TryRead(names) is { IsUnknown: false, HasOnlyTypes: true, Unions.Count: 0 } read
            && read.Types.HasFlag(JsonTypes.String)
        )
        {
            schema.PropertyNames = null;
        }
    }

    private static void RemoveObjectKeywords(NormalizedSchema schema)
    {
        (schema.Counts.MinProperties, schema.Counts.MaxProperties) = (0, null);
        (schema.AdditionalProperties, schema.PropertyNames) = (null, null);
        schema.Properties.Clear();
        schema.PatternProperties.Clear();
        schema.Required.Clear();
        schema.DependentRequired.Clear();
        schema.DependentSchemas.Clear();
    }
}
