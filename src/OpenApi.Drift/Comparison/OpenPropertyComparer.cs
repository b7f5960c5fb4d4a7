using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares undeclared properties: patterns, additional properties and property names.</summary>
internal static class OpenPropertyComparer
{
    public static void Compare(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        CompareOthers(pair, before.AdditionalProperties?.Schema, after.AdditionalProperties?.Schema);
        foreach (string pattern in before.PatternProperties.Keys.Union(after.PatternProperties.Keys))
        {
            ComparePattern(
                pair,
                pattern,
                before.PatternProperties.GetValueOrDefault(pattern),
                after.PatternProperties.GetValueOrDefault(pattern)
            );
        }

        if (before.PropertyNames is not null || after.PropertyNames is not null)
        {
            pair.AddNested(".(name)", before.PropertyNames, after.PropertyNames);
        }
    }

    private static void CompareOthers(SchemaPair pair, NormalizedSchema? before, NormalizedSchema? after)
    {
        (bool wasOpen, bool isOpen) = (before is null || before.IsAny, after is null || after.IsAny);
        (bool wasClosed, bool isClosed) = (before?.IsNever == true, after?.IsNever == true);
        bool areOpen = wasOpen && isOpen && (before ?? after) is not null;
        if (areOpen || !(wasOpen || isOpen || wasClosed || isClosed))
        {
            pair.AddNested(ValuePath.Other, pair.Before.AdditionalProperties, pair.After.AdditionalProperties);
        }
        else if (wasClosed != isClosed)
        {
            pair.Add(
                isClosed ? StructureRules.AdditionalPropertiesForbidden : StructureRules.AdditionalPropertiesAllowed,
                Text(before),
                Text(after),
                ValuePath.Other
            );
        }
        else if (wasOpen != isOpen && before?.IsUnknown != true && after?.IsUnknown != true)
        {
            pair.Add(
                isOpen ? StructureRules.AdditionalPropertiesGeneralized : StructureRules.AdditionalPropertiesSpecialized,
                Text(before),
                Text(after),
                ValuePath.Other
            );
        }
    }

    /// <summary>Compares the properties that match a pattern. A pattern on one side only is compared with additional properties.</summary>
    private static void ComparePattern(SchemaPair pair, string pattern, SchemaReference? before, SchemaReference? after)
    {
        string segment = ValuePath.Pattern(pattern);
        if (before is not null && after is not null)
        {
            pair.AddNested(segment, before, after);
            return;
        }

        bool isNew = before is null;
        NormalizedSchema present = (before ?? after)!.Schema;
        bool isElseClosed = (isNew ? pair.Before : pair.After).AdditionalProperties?.Schema.IsNever == true;
        if (!present.IsAny || isElseClosed)
        {
            SchemaRule rule = isNew == isElseClosed ? StructureRules.PatternPropertyGeneralized : StructureRules.PatternPropertySpecialized;
            pair.Add(rule, isNew ? null : present.TypeText, isNew ? present.TypeText : null, segment, present);
        }
    }

    private static string Text(NormalizedSchema? schema) => schema?.TypeText ?? "any";
}
