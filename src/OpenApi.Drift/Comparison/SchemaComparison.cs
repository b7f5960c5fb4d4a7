using System.Runtime.CompilerServices;
using OpenApi.Drift.Schemas;

namespace OpenApi.Drift.Comparison;

/// <summary>Compares schemas. Each pair is compared once, regardless of the number of operations that use it.</summary>
/// <param name="before">Reads the schemas of the base.</param>
/// <param name="after">Reads the schemas of the revision.</param>
/// <param name="maxLocations">The number of changes in a pair beyond which they are grouped.</param>
internal sealed class SchemaComparison(SchemaReader before, SchemaReader after, int maxLocations)
{
    private readonly Dictionary<(int Before, int After, MessageDirection MessageDirection, bool IgnoresNull), SchemaPair> _pairs = [];
    private readonly HashSet<SchemaPair> _compared = [];
    private readonly Dictionary<SchemaPair, bool> _equal = [];
    private readonly ChangeCollector _collector = new(maxLocations);

    /// <summary>Gets the number of pairs compared, which does not depend on the number of uses of a component.</summary>
    public int PairCount => _pairs.Count;

    public SchemaPair Pair(
        SchemaReference? beforeSchema,
        SchemaReference? afterSchema,
        MessageDirection direction,
        bool ignoresNull = false
    )
    {
        (SchemaReference left, SchemaReference right) = (beforeSchema ?? before.AnySchema, afterSchema ?? after.AnySchema);
        var key = (left.Id, right.Id, direction, ignoresNull);
        if (!_pairs.TryGetValue(key, out SchemaPair? pair))
        {
            pair = new SchemaPair(this, left, right, direction, ignoresNull);
            _pairs.Add(key, pair);
        }

        // A pair is compared once, so that recursion ends.
        if (_compared.Add(pair))
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            ValueComparer.Compare(pair);
        }

        return pair;
    }

    /// <summary>Returns all changes in a pair and its nested pairs.</summary>
    public IReadOnlyList<SchemaChange> Changes(SchemaReference? beforeSchema, SchemaReference? afterSchema, MessageDirection direction) =>
        _collector.Collect(Pair(beforeSchema, afterSchema, direction));

    /// <summary>Returns whether two schemas are equal, optionally regardless of null.</summary>
    public bool AreEqual(SchemaReference beforeSchema, SchemaReference afterSchema, bool ignoresNull)
    {
        if (!SchemaPreCheck.AreAlike(beforeSchema.Schema, afterSchema.Schema))
        {
            return false;
        }

        SchemaPair pair = Pair(beforeSchema, afterSchema, MessageDirection.Either, ignoresNull);
        if (_equal.TryGetValue(pair, out bool known))
        {
            return known;
        }

        HashSet<SchemaPair> seen = [pair];
        Queue<SchemaPair> open = new([pair]);
        bool areEqual = true;
        while (areEqual && open.TryDequeue(out SchemaPair? next))
        {
            areEqual = next.Own.Count == 0 && (!_equal.TryGetValue(next, out bool nextIsEqual) || nextIsEqual);
            foreach ((_, SchemaPair inner) in next.Inner)
            {
                if (!(_equal.TryGetValue(inner, out bool innerIsEqual) && innerIsEqual) && seen.Add(inner))
                {
                    open.Enqueue(inner);
                }
            }
        }

        foreach (SchemaPair settled in areEqual ? seen : [pair])
        {
            _equal[settled] = areEqual;
        }

        return areEqual;
    }
}
