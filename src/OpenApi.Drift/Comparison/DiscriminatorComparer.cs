using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares discriminators.</summary>
internal static class DiscriminatorComparer
{
    /// <param name="pair">The enclosing schemas.</param>
    /// <param name="matches">The matched alternatives. The value of an added or removed alternative is not a separate change.</param>
    public static void Compare(SchemaPair pair, IReadOnlyList<BranchMatch> matches)
    {
        (SchemaDiscriminator? before, SchemaDiscriminator? after) = (pair.Before.Discriminator, pair.After.Discriminator);
        if (before is null || after is null)
        {
            if (before is not null || after is not null)
            {
                pair.Add(
                    after is null ? CombinationRules.DiscriminatorRemoved : CombinationRules.DiscriminatorAdded,
                    before?.Property,
                    after?.Property
                );
            }

            return;
        }

        if (before.Property != after.Property)
        {
            pair.Add(CombinationRules.DiscriminatorChanged, before.Property, after.Property);
        }

        foreach (string value in before.Mapping.Keys.Union(after.Mapping.Keys))
        {
            (SchemaReference? left, SchemaReference? right) = (
                before.Mapping.GetValueOrDefault(value),
                after.Mapping.GetValueOrDefault(value)
            );
            if (before.Subtypes.Contains(value) && after.Subtypes.Contains(value) && !matches.Contains(new BranchMatch(left, right)))
            {
                pair.AddSubtype(ValuePath.Subtype(after.Property, value), left!, right!);
            }
            else
            {
                CompareValue(pair, value, left, right, matches);
            }
        }
    }

    private static void CompareValue(
        SchemaPair pair,
        string value,
        SchemaReference? before,
        SchemaReference? after,
        IReadOnlyList<BranchMatch> matches
    )
    {
        if (before is not null && after is not null)
        {
            if (!matches.Contains(new BranchMatch(before, after)) && !pair.Comparison.AreEqual(before, after, ignoresNull: true))
            {
                pair.Add(CombinationRules.MappingChanged, value, value);
            }
        }
        else if (!matches.Contains(new BranchMatch(before, after)))
        {
            pair.Add(
                before is null ? CombinationRules.MappingAdded : CombinationRules.MappingRemoved,
                before is null ? null : value,
                after is null ? null : value
            );
        }
    }
}
