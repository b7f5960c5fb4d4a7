using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Matches the alternatives of the base and the revision, which have no names and no order.</summary>
internal static class BranchMatcher
{
    /// <summary>The minimum similarity of two versions of an alternative.</summary>
    private const double MinSimilarity = 0.3;

    private const double SimilarityOfScalars = 0.5;

    /// <summary>A changed tag is a removed and an added value.</summary>
    private const int MaxTagChanges = 2;

    public static IReadOnlyList<BranchMatch> Match(
        SchemaComparison comparison,
        IReadOnlyList<SchemaReference> before,
        IReadOnlyList<SchemaReference> after
    )
    {
        List<SchemaReference> removed = [.. before];
        List<SchemaReference> added = [.. after];
        List<BranchMatch> matches = [];
        foreach (SchemaReference branch in before)
        {
            if (added.Find(candidate => comparison.AreEqual(branch, candidate, ignoresNull: true)) is { } equal)
            {
                AddMatch(branch, equal);
            }
        }

        // Duplicate alternatives count once.
        removed.RemoveAll(branch => after.Any(other => comparison.AreEqual(branch, other, ignoresNull: true)));
        added.RemoveAll(branch => before.Any(other => comparison.AreEqual(other, branch, ignoresNull: true)));

        // The most similar pairs are matched first.
        IEnumerable<(SchemaReference Before, SchemaReference After, double Similarity)> candidates =
        [
            .. removed
                .SelectMany(left => added.Select(right => (Before: left, After: right, Similarity: Similarity(comparison, left, right))))
                .Where(static candidate => candidate.Similarity >= MinSimilarity)
                .OrderByDescending(static candidate => candidate.Similarity),
        ];
        foreach ((SchemaReference left, SchemaReference right, _) in candidates)
        {
            if (removed.Contains(left) && added.Contains(right))
            {
                AddMatch(left, right);
            }
        }

        return
        [
            .. matches,
            .. removed.Select(static branch => new BranchMatch(branch, null)),
            .. added.Select(static branch => new BranchMatch(null, branch)),
        ];

        void AddMatch(SchemaReference left, SchemaReference right)
        {
            removed.Remove(left);
            added.Remove(right);
            matches.Add(new BranchMatch(left, right));
        }
    }

    private static double Similarity(SchemaComparison comparison, SchemaReference beforeSource, SchemaReference afterSource)
    {
        (NormalizedSchema before, NormalizedSchema after) = (beforeSource.Schema, afterSource.Schema);
        if ((before.Types & after.Types) == JsonTypes.None)
        {
            return 0;
        }

        HashSet<string> left = [.. before.Properties.Keys, .. before.Required];
        HashSet<string> right = [.. after.Properties.Keys, .. after.Required];
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == right.Count && before.Types == after.Types ? SimilarityOfScalars : 0;
        }

        (int alike, int different) = Tags(before, after);
        double shared = (double)left.Count(right.Contains) / left.Union(right).Count();
        if (different == 0)
        {
            return alike + shared;
        }

        // If only the tag differs, the tag has changed.
        return shared == 1 && comparison.Changes(beforeSource, afterSource, MessageDirection.Either).Count <= MaxTagChanges
            ? MinSimilarity
            : 0;
    }

    /// <summary>Counts equal and different tags: properties with a single allowed value, which identify an alternative.</summary>
    private static (int Alike, int Different) Tags(NormalizedSchema before, NormalizedSchema after)
    {
        (int alike, int different) = (0, 0);
        foreach ((string name, SchemaReference source) in before.Properties)
        {
            if (source.Schema.Values is { Count: 1 } left && after.Properties.GetValueOrDefault(name)?.Schema.Values is { Count: 1 } right)
            {
                (alike, different) = left.SetEquals(right) ? (alike + 1, different) : (alike, different + 1);
            }
        }

        return (alike, different);
    }
}
