using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares exclusions and conditions for equality.</summary>
internal static class LogicComparer
{
    public static void Compare(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        Compare(
            pair,
            before.Exclusions,
            after.Exclusions,
            AreEqual,
            (CombinationRules.NotAdded, CombinationRules.NotRemoved, CombinationRules.NotChanged)
        );
        Compare(
            pair,
            before.Conditions,
            after.Conditions,
            AreEqualConditions,
            (CombinationRules.ConditionAdded, CombinationRules.ConditionRemoved, CombinationRules.ConditionChanged)
        );

        bool AreEqual(SchemaReference left, SchemaReference right) => pair.Comparison.AreEqual(left, right, ignoresNull: false);
        bool AreEqualConditions(SchemaCondition left, SchemaCondition right) =>
            AreEqual(left.If, right.If) && AreEqual(left.Then, right.Then) && AreEqual(left.Else, right.Else);
    }

    private static void Compare<T>(
        SchemaPair pair,
        List<T> before,
        List<T> after,
        Func<T, T, bool> areEqual,
        (SchemaRule Added, SchemaRule Removed, SchemaRule Changed) rules
    )
    {
        if (before.Count == 0 && after.Count == 0)
        {
            return;
        }

        List<T> gained = [.. after];
        List<T> lost = [];
        foreach (T item in before)
        {
            int match = gained.FindIndex(candidate => areEqual(item, candidate));
            if (match < 0)
            {
                lost.Add(item);
            }
            else
            {
                gained.RemoveAt(match);
            }
        }

        if (gained.Count > 0 || lost.Count > 0)
        {
            pair.Add(
                lost.Count == 0 ? rules.Added
                    : gained.Count == 0 ? rules.Removed
                    : rules.Changed,
                null,
                null
            );
        }
    }
}
