using System.Runtime.CompilerServices;
using Kajabi.Contract.Drift.Schemas;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>Compares schemas, each pair once, however many operations use it.</summary>
/// <param name="before">Reads the schemas of the base.</param>
/// <param name="after">Reads those of the revision.</param>
internal sealed class SchemaComparison(SchemaReader before, SchemaReader after)
{
    private readonly Dictionary<(int Before, int After, MessageDirection MessageDirection, bool IgnoresNull), SchemaPair> _pairs = [];
    private readonly HashSet<SchemaPair> _compared = [];
    private readonly Dictionary<SchemaPair, bool> _equal = [];
    private readonly ChangeCollector _collector = new();

    /// <summary>How many pairs were compared, which grows with the documents and not with how often a component is used.</summary>
    public int PairCount => _pairs.Count;

    public SchemaPair Pair(SchemaReference? beforeSchema, SchemaReference? afterSchema, MessageDirection sending, bool ignoresNull = false)
    {
        (SchemaReference left, SchemaReference right) = (beforeSchema ?? before.Anything, afterSchema ?? after.Anything);
        var key = (left.Id, right.Id, sending, ignoresNull);
        if (!_pairs.TryGetValue(key, out SchemaPair? pair))
        {
            pair = new SchemaPair(this, left, right, sending, ignoresNull);
            _pairs.Add(key, pair);
        }

        // A pair that is being compared right now is not entered a second time: recursion ends here.
        if (_compared.Add(pair))
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            ValueComparer.Compare(pair);
        }

        return pair;
    }

    /// <summary>Everything that changed in a pair and below it.</summary>
    public IReadOnlyList<SchemaChange> Changes(SchemaReference? beforeSchema, SchemaReference? afterSchema, MessageDirection sending) =>
        _collector.Collect(Pair(beforeSchema, afterSchema, sending));

    /// <summary>Whether nothing differs in two schemas and below them, but for null where the schema around decides on it.</summary>
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
