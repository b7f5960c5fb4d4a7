using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Matches the unions of the base and the revision, which have no order.</summary>
internal static class UnionMatcher
{
    public static IEnumerable<(SchemaUnion? Before, SchemaUnion? After)> Match(SchemaPair pair)
    {
        List<SchemaUnion> removed = [.. pair.Before.Unions];
        List<SchemaUnion> added = [.. pair.After.Unions];
        List<(SchemaUnion? Before, SchemaUnion? After)> matches = [];
        if (removed.Count > 1 || added.Count > 1)
        {
            // The unions that share the most of their alternatives are matched first, and of these those of the same kind.
            foreach (
                (SchemaUnion before, SchemaUnion after) in removed
                    .SelectMany(left => added.Select(right => (left, right)))
                    .OrderByDescending(both => Similarity(pair, both.left, both.right))
                    .ThenByDescending(static both => both.left.IsExclusive == both.right.IsExclusive)
                    .ToList()
            )
            {
                if (removed.Contains(before) && added.Contains(after) && Similarity(pair, before, after) > 0)
                {
                    removed.Remove(before);
                    added.Remove(after);
                    matches.Add((before, after));
                }
            }
        }

        int most = Math.Max(removed.Count, added.Count);
        return matches.Concat(
            Enumerable.Range(0, most).Select(index => (removed.ElementAtOrDefault(index), added.ElementAtOrDefault(index)))
        );
    }

    /// <summary>Returns the part of the alternatives of both unions that the other one has as well.</summary>
    private static double Similarity(SchemaPair pair, SchemaUnion before, SchemaUnion after)
    {
        int sharedBefore = before.Branches.Count(left => after.Branches.Any(right => AreEqual(left, right)));
        int sharedAfter = after.Branches.Count(right => before.Branches.Any(left => AreEqual(left, right)));
        return (double)(sharedBefore + sharedAfter) / (before.Branches.Count + after.Branches.Count);

        bool AreEqual(SchemaReference left, SchemaReference right) => pair.Comparison.AreEqual(left, right, ignoresNull: true);
    }
}
