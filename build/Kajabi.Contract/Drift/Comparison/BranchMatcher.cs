using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Finds which alternative became which, though they have no names and no order.</summary>
internal static class BranchMatcher
{
    /// <summary>How much two alternatives have to have in common to be one that changed.</summary>
    private const double LeastLikeness = 0.3;

    private const double LikenessOfValues = 0.5;

    /// <summary>A tag that becomes another one is a value removed and a value added.</summary>
    private const int MostChangesOfTags = 2;

    public static IReadOnlyList<BranchMatch> Match(
        SchemaComparison comparison,
        IReadOnlyList<SchemaReference> before,
        IReadOnlyList<SchemaReference> after
    )
    {
        List<SchemaReference> gone = [.. before];
        List<SchemaReference> added = [.. after];
        List<BranchMatch> matches = [];
        foreach (SchemaReference branch in before)
        {
            if (added.Find(candidate => comparison.AreEqual(branch, candidate, ignoresNull: true)) is { } equal)
            {
                Take(branch, equal);
            }
        }

        // One that stands twice is one.
        gone.RemoveAll(branch => after.Any(other => comparison.AreEqual(branch, other, ignoresNull: true)));
        added.RemoveAll(branch => before.Any(other => comparison.AreEqual(other, branch, ignoresNull: true)));

        // The most alike go first, so that a branch never takes the place of a better one.
        IEnumerable<(SchemaReference Before, SchemaReference After, double Likeness)> candidates =
        [
            .. gone.SelectMany(left => added.Select(right => (left, right, Likeness(comparison, left, right))))
                .Where(static candidate => candidate.Item3 >= LeastLikeness)
                .OrderByDescending(static candidate => candidate.Item3),
        ];
        foreach ((SchemaReference left, SchemaReference right, _) in candidates)
        {
            if (gone.Contains(left) && added.Contains(right))
            {
                Take(left, right);
            }
        }

        return
        [
            .. matches,
            .. gone.Select(static branch => new BranchMatch(branch, null)),
            .. added.Select(static branch => new BranchMatch(null, branch)),
        ];

        void Take(SchemaReference left, SchemaReference right)
        {
            gone.Remove(left);
            added.Remove(right);
            matches.Add(new BranchMatch(left, right));
        }
    }

    private static double Likeness(SchemaComparison comparison, SchemaReference beforeSource, SchemaReference afterSource)
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
            return left.Count == right.Count && before.Types == after.Types ? LikenessOfValues : 0;
        }

        (int alike, int different) = Tags(before, after);
        double shared = (double)left.Count(right.Contains) / left.Union(right).Count();
        if (different == 0)
        {
            return alike + shared;
        }

        // Where all but the tag is the same, it is the tag that changed.
        return shared == 1 && comparison.Changes(beforeSource, afterSource, MessageDirection.Either).Count <= MostChangesOfTags
            ? LeastLikeness
            : 0;
    }

    /// <summary>Properties that have one possible value say which alternative it is.</summary>
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
