using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Finds which alternatives became which where a value has several at once, in any order.</summary>
internal static class UnionMatcher
{
    public static IEnumerable<(SchemaUnion? Before, SchemaUnion? After)> Match(SchemaPair pair)
    {
        List<SchemaUnion> gone = [.. pair.Before.Unions];
        List<SchemaUnion> added = [.. pair.After.Unions];
        List<(SchemaUnion? Before, SchemaUnion? After)> matches = [];
        if (gone.Count > 1 || added.Count > 1)
        {
            // Those that share the most alternatives go first.
            foreach (
                (SchemaUnion before, SchemaUnion after) in gone.SelectMany(left => added.Select(right => (left, right)))
                    .OrderByDescending(both => Shared(pair, both.left, both.right))
                    .ToList()
            )
            {
                if (gone.Contains(before) && added.Contains(after) && Shared(pair, before, after) > 0)
                {
                    gone.Remove(before);
                    added.Remove(after);
                    matches.Add((before, after));
                }
            }
        }

        int most = Math.Max(gone.Count, added.Count);
        return matches.Concat(Enumerable.Range(0, most).Select(index => (gone.ElementAtOrDefault(index), added.ElementAtOrDefault(index))));
    }

    private static int Shared(SchemaPair pair, SchemaUnion before, SchemaUnion after) =>
        before.Branches.Count(branch => after.Branches.Any(other => pair.Comparison.AreEqual(branch, other, ignoresNull: true)));
}
