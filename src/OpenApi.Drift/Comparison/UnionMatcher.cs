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
            // The unions that share the most alternatives are matched first.
            foreach (
                (SchemaUnion before, SchemaUnion after) in removed
                    .SelectMany(left => added.Select(right => (left, right)))
                    .OrderByDescending(both => Shared(pair, both.left, both.right))
                    .ToList()
            )
            {
                if (removed.Contains(before) && added.Contains(after) && Shared(pair, before, after) > 0)
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

    private static int Shared(SchemaPair pair, SchemaUnion before, SchemaUnion after) =>
        before.Branches.Count(branch => after.Branches.Any(other => pair.Comparison.AreEqual(branch, other, ignoresNull: true)));
}
