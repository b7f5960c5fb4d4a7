using OpenApi.Drift.Rules;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares alternatives.</summary>
internal static class UnionComparer
{
    /// <summary>
    /// Compares a schema without alternatives with alternatives, as if it were the only alternative.
    /// Returns false if the pair has another form.
    /// </summary>
    public static bool CompareSingleAlternative(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        bool isSingleBefore = IsPlain(before) && IsUnionAlone(after);
        bool isSingle = isSingleBefore || (IsPlain(after) && IsUnionAlone(before));
        if (!isSingle || (before.Types & after.Types) == JsonTypes.None)
        {
            return false;
        }

        SchemaUnion union = (isSingleBefore ? after : before).Unions[0];
        SchemaUnion single = union with { Branches = [isSingleBefore ? pair.BeforeSource : pair.AfterSource] };
        CompareBranches(pair, isSingleBefore ? single : union, isSingleBefore ? union : single);
        bool isDistinguished = (isSingleBefore ? after : before).Discriminator is not null;
        if (union.IsExclusive && !isDistinguished && BranchOverlap.Find(union.Branches) is { } overlap)
        {
            string text = $"{BranchFormatter.Format(overlap.First)} and {BranchFormatter.Format(overlap.Second)}";
            pair.Add(
                isSingleBefore ? CombinationRules.OverlapAdded : CombinationRules.OverlapRemoved,
                isSingleBefore ? null : text,
                isSingleBefore ? text : null
            );
        }

        return true;
    }

    public static void Compare(SchemaPair pair)
    {
        List<BranchMatch> matches = [];
        foreach ((SchemaUnion? before, SchemaUnion? after) in UnionMatcher.Match(pair))
        {
            if (before is not null && after is not null)
            {
                matches.AddRange(CompareBranches(pair, before, after));
                CompareKind(pair, before, after);
            }
            else
            {
                pair.Add(
                    before is null ? CombinationRules.AlternativesAdded : CombinationRules.AlternativesRemoved,
                    before is null ? null : BranchFormatter.Format(before),
                    after is null ? null : BranchFormatter.Format(after)
                );
            }
        }

        DiscriminatorComparer.Compare(pair, matches);
    }

    private static void CompareKind(SchemaPair pair, SchemaUnion before, SchemaUnion after)
    {
        if (before.IsExclusive != after.IsExclusive)
        {
            pair.Add(after.IsExclusive ? CombinationRules.AnyOfBecameOneOf : CombinationRules.OneOfBecameAnyOf, null, null);
        }
    }

    private static IReadOnlyList<BranchMatch> CompareBranches(SchemaPair pair, SchemaUnion before, SchemaUnion after)
    {
        IReadOnlyList<BranchMatch> matches = BranchMatcher.Match(pair.Comparison, before.Branches, after.Branches);
        foreach (BranchMatch match in matches)
        {
            switch (match)
            {
                case { Before: { } removed, After: null }:
                    pair.Add(
                        before.IsExclusive ? CombinationRules.OneOfRemoved : CombinationRules.AnyOfRemoved,
                        BranchFormatter.Format(removed.Schema),
                        null,
                        string.Empty,
                        removed.Schema
                    );
                    break;
                case { Before: null, After: { } added }:
                    pair.Add(
                        after.IsExclusive ? CombinationRules.OneOfAdded : CombinationRules.AnyOfAdded,
                        null,
                        BranchFormatter.Format(added.Schema),
                        string.Empty,
                        added.Schema
                    );
                    break;
                default:
                    pair.AddNested(string.Empty, match.Before, match.After);
                    break;
            }
        }

        return matches;
    }

    private static bool IsPlain(NormalizedSchema schema) =>
        schema.Unions.Count == 0 && !(schema.Types == JsonTypes.Any && schema.HasOnlyTypes) && schema.Types != JsonTypes.None;

    private static bool IsUnionAlone(NormalizedSchema schema) => schema.Unions.Count == 1 && schema.HasOnlyTypes;
}
