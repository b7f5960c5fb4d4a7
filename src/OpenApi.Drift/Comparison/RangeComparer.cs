using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;
using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares the limits of numbers and counts.</summary>
internal static class RangeComparer
{
    public static void Compare(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        (SchemaCounts left, SchemaCounts right) = (before.Counts, after.Counts);
        CompareMin(pair);
        CompareMax(pair);
        CompareMinimum(pair, left.MinLength, right.MinLength, ValueRules.MinLengthIncreased, ValueRules.MinLengthDecreased);
        CompareMaximum(pair, left.MaxLength, right.MaxLength, ValueRules.MaxLengthIncreased, ValueRules.MaxLengthDecreased);
        CompareMinimum(pair, left.MinItems, right.MinItems, StructureRules.MinItemsIncreased, StructureRules.MinItemsDecreased);
        CompareMaximum(pair, left.MaxItems, right.MaxItems, StructureRules.MaxItemsIncreased, StructureRules.MaxItemsDecreased);
        CompareMinimum(
            pair,
            left.MinProperties,
            right.MinProperties,
            StructureRules.MinPropertiesIncreased,
            StructureRules.MinPropertiesDecreased
        );
        CompareMaximum(
            pair,
            left.MaxProperties,
            right.MaxProperties,
            StructureRules.MaxPropertiesIncreased,
            StructureRules.MaxPropertiesDecreased
        );
        if (before.Contains is not null && after.Contains is not null)
        {
            CompareMinimum(
                pair,
                left.MinContains ?? 1,
                right.MinContains ?? 1,
                StructureRules.MinContainsIncreased,
                StructureRules.MinContainsDecreased
            );
            CompareMaximum(
                pair,
                left.MaxContains,
                right.MaxContains,
                StructureRules.MaxContainsIncreased,
                StructureRules.MaxContainsDecreased
            );
        }

        CompareSteps(pair, before.MultipleOf, after.MultipleOf);
    }

    private static void CompareMin(SchemaPair pair)
    {
        (NumberBound? before, NumberBound? after) = (pair.Before.Min, pair.After.Min);
        if (before != after)
        {
            pair.Add(
                NumberBound.Greater(before, after) == after && after is not null ? ValueRules.MinIncreased : ValueRules.MinDecreased,
                before?.ToString(),
                after?.ToString()
            );
        }
    }

    private static void CompareMax(SchemaPair pair)
    {
        (NumberBound? before, NumberBound? after) = (pair.Before.Max, pair.After.Max);
        if (before != after)
        {
            pair.Add(
                NumberBound.Less(before, after) == after && after is not null ? ValueRules.MaxDecreased : ValueRules.MaxIncreased,
                before?.ToString(),
                after?.ToString()
            );
        }
    }

    private static void CompareMinimum(SchemaPair pair, decimal before, decimal after, SchemaRule increased, SchemaRule decreased)
    {
        if (before != after)
        {
            pair.Add(after > before ? increased : decreased, Text(before), Text(after));
        }
    }

    private static void CompareMaximum(SchemaPair pair, decimal? before, decimal? after, SchemaRule increased, SchemaRule decreased)
    {
        if (before != after)
        {
            pair.Add((after ?? decimal.MaxValue) > (before ?? decimal.MaxValue) ? increased : decreased, Text(before), Text(after));
        }
    }

    private static void CompareSteps(SchemaPair pair, decimal? before, decimal? after)
    {
        if (before != after)
        {
            SchemaRule rule =
                before is null || after % before == 0 ? ValueRules.MultipleOfSpecialized
                : after is null || before % after == 0 ? ValueRules.MultipleOfGeneralized
                : ValueRules.MultipleOfChanged;
            pair.Add(rule, Text(before), Text(after));
        }
    }

    private static string? Text(decimal? number) => number is { } value ? CanonicalJson.Format(new JValue(value)) : null;
}
