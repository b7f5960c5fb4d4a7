using Kajabi.Contract.Drift.Rules;
using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Compares alternatives.</summary>
internal static class UnionComparer
{
    /// <summary>
    /// Compares one schema with alternatives that hold nothing else, where it is the only alternative.
    /// False when the pair is none of that kind.
    /// </summary>
    public static bool CompareLifted(SchemaPair pair)
    {
        (NormalizedSchema before, NormalizedSchema after) = (pair.Before, pair.After);
        bool isLiftedBefore = IsPlain(before) && IsUnionAlone(after);
        bool isLifted = isLiftedBefore || (IsPlain(after) && IsUnionAlone(before));
        if (!isLifted || (before.Types & after.Types) == JsonTypes.None)
        {
            return false;
        }

        SchemaUnion union = (isLiftedBefore ? after : before).Unions[0];
        SchemaUnion lone = union with { Branches = [isLiftedBefore ? pair.BeforeSource : pair.AfterSource] };
        CompareBranches(pair, isLiftedBefore ? lone : union, isLiftedBefore ? union : lone);
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
                    before is null ? null : BranchFormatter.Of(before),
                    after is null ? null : BranchFormatter.Of(after)
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
                case { Before: { } gone, After: null }:
                    pair.Add(
                        before.IsExclusive ? CombinationRules.OneOfRemoved : CombinationRules.AnyOfRemoved,
                        BranchFormatter.Of(gone.Schema),
                        null,
                        string.Empty,
                        gone.Schema
                    );
                    break;
                case { Before: null, After: { } added }:
                    pair.Add(
                        after.IsExclusive ? CombinationRules.OneOfAdded : CombinationRules.AnyOfAdded,
                        null,
                        BranchFormatter.Of(added.Schema),
                        string.Empty,
                        added.Schema
                    );
                    break;
                default:
                    pair.Enter(string.Empty, match.Before, match.After);
                    break;
            }
        }

        return matches;
    }

    private static bool IsPlain(NormalizedSchema schema) =>
        schema.Unions.Count == 0 && !(schema.Types == JsonTypes.Any && schema.HasOnlyTypes) && schema.Types != JsonTypes.None;

    private static bool IsUnionAlone(NormalizedSchema schema) => schema.Unions.Count == 1 && schema.HasOnlyTypes;
}
