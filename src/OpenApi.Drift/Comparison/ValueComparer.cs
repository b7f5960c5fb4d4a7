using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares two schemas. If they have no type in common, nothing else is compared.</summary>
internal static class ValueComparer
{
    public static void Compare(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        if (before.IsUnknown || after.IsUnknown)
        {
            return;
        }

        if (before.IsAny && after.IsAny)
        {
            CompareAnnotations(pair);
            return;
        }

        if (UnionComparer.CompareSingleAlternative(pair))
        {
            CompareNull(pair);
            return;
        }

        bool typesDiffer = CompareTypes(pair);
        if (!typesDiffer || !IsAnyType(before, after))
        {
            bool isAnother = typesDiffer && (before.Types & after.Types) == JsonTypes.None;
            if (isAnother)
            {
                return;
            }

            CompareNull(pair);
        }

        if (typesDiffer && (IsEverything(before) || IsEverything(after)))
        {
            // The details of the new types are part of the same change.
            return;
        }

        CompareWithin(pair, typesDiffer);
    }

    private static void CompareWithin(SchemaPair pair, bool typesDiffer)
    {
        CompareValues(pair);
        RangeComparer.Compare(pair);
        TextComparer.Compare(pair, withFormats: !typesDiffer);
        CompareAnnotations(pair);
        ObjectComparer.Compare(pair);
        ArrayComparer.Compare(pair);
        UnionComparer.Compare(pair);
        LogicComparer.Compare(pair);
    }

    /// <summary>Compares the types and returns whether they differ.</summary>
    private static bool CompareTypes(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        JsonTypes common = before.Types & after.Types;

        // A change of listed values includes the change of their types, unless no type is left.
        bool isReportedAsValues =
            common != JsonTypes.None
            && (
                (before.Values is not null && after.Values is not null)
                || (before.Values is not null && common == before.Types)
                || (after.Values is not null && common == after.Types)
            );
        bool isOtherMeaning =
            (before.HasContradictingType && common == after.Types) || (after.HasContradictingType && common == before.Types);
        bool isReportedAsAlternatives = common != JsonTypes.None && before.Unions.Count > 0 && after.Unions.Count > 0;
        if (before.Types == after.Types || isReportedAsValues || isReportedAsAlternatives || isOtherMeaning)
        {
            return false;
        }

        SchemaRule rule =
            common == before.Types ? ValueRules.TypeGeneralized
            : common == after.Types ? ValueRules.TypeSpecialized
            : ValueRules.TypeChanged;
        pair.Add(rule, TypeText(pair, before), TypeText(pair, after));
        return true;
    }

    private static string TypeText(SchemaPair pair, NormalizedSchema schema) =>
        JsonTypeNames.Describe(schema.Types, schema.IsNullable && !pair.IgnoresNull);

    private static bool IsAnyType(NormalizedSchema before, NormalizedSchema after) =>
        before is { Types: JsonTypes.Any, IsNullable: true } || after is { Types: JsonTypes.Any, IsNullable: true };

    private static bool IsEverything(NormalizedSchema schema) => schema.IsAny || schema.IsNever;

    private static void CompareNull(SchemaPair pair)
    {
        if (!pair.IgnoresNull && pair.Before.IsNullable != pair.After.IsNullable)
        {
            pair.Add(
                pair.After.IsNullable ? ValueRules.BecameNullable : ValueRules.BecameNotNullable,
                pair.Before.TypeText,
                pair.After.TypeText
            );
        }
    }

    private static void CompareValues(SchemaPair pair)
    {
        (SortedSet<string>? before, SortedSet<string>? after) = (pair.Before.Values, pair.After.Values);
        if (before is null || after is null)
        {
            if (before is not null)
            {
                pair.Add(ValueRules.EnumRemoved, string.Join(", ", before), null);
            }
            else if (after is not null)
            {
                pair.Add(ValueRules.EnumAdded, null, string.Join(", ", after));
            }

            return;
        }

        foreach (string value in before.Except(after))
        {
            pair.Add(ValueRules.EnumValueRemoved, value, null);
        }

        foreach (string value in after.Except(before))
        {
            pair.Add(ValueRules.EnumValueAdded, null, value);
        }
    }

    private static void CompareAnnotations(SchemaPair pair)
    {
        CompareDefault(pair);
        if (pair.Before.IsDeprecated != pair.After.IsDeprecated)
        {
            pair.Add(pair.After.IsDeprecated ? ValueRules.Deprecated : ValueRules.Reactivated, null, null);
        }
    }

    private static void CompareDefault(SchemaPair pair)
    {
        (string? before, string? after) = (pair.Before.Default, pair.After.Default);
        if (before != after)
        {
            pair.Add(
                before is null ? ValueRules.DefaultAdded
                    : after is null ? ValueRules.DefaultRemoved
                    : ValueRules.DefaultChanged,
                before,
                after
            );
        }
    }
}
