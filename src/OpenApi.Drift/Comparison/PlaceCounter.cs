namespace OpenApi.Drift.Comparison;

/// <summary>
/// Counts the paths to changes without following each of them, and collects each change once, with its shortest path and the
/// number of paths.
/// </summary>
internal sealed class PlaceCounter
{
    private readonly Dictionary<SchemaPair, int> _components = [];
    private readonly List<long> _changes = [];

    /// <summary>Adds pairs that contain each other, or a single pair. The other pairs that they contain have been added before.</summary>
    public void Add(IReadOnlyCollection<SchemaPair> component)
    {
        long changes = 0;
        foreach (SchemaPair pair in component)
        {
            _components.Add(pair, _changes.Count);
            changes = Sum(changes, pair.Own.Count);
        }

        foreach (NestedPair nested in component.SelectMany(static pair => pair.Inner))
        {
            int inner = _components[nested.Pair];
            changes = inner == _changes.Count ? changes : Sum(changes, _changes[inner]);
        }

        _changes.Add(changes);
    }

    /// <summary>Returns the number of changes in a pair and its nested pairs, counted once for each path to them.</summary>
    public long ChangesIn(SchemaPair pair) => _changes[_components[pair]];

    public IReadOnlyList<SchemaChange> CollectGrouped(SchemaPair entry)
    {
        List<PairPath> reached = [new PairPath(entry, string.Empty, string.Empty)];
        HashSet<SchemaPair> seen = [entry];
        for (int index = 0; index < reached.Count; index++)
        {
            foreach (NestedPair nested in reached[index].Pair.Inner)
            {
                if (ChangesIn(nested.Pair) > 0 && seen.Add(nested.Pair))
                {
                    reached.Add(reached[index].To(nested));
                }
            }
        }

        Dictionary<int, long> places = Places(entry, reached);
        return [.. reached.SelectMany(at => at.Pair.Own.Select(change => at.Below(change) with { Places = places[_components[at.Pair]] }))];
    }

    /// <summary>Returns the number of paths to the reached pairs by component, from the entry downwards.</summary>
    private Dictionary<int, long> Places(SchemaPair entry, List<PairPath> reached)
    {
        Dictionary<int, long> places = new() { [_components[entry]] = 1 };
        foreach (
            IGrouping<int, SchemaPair> component in reached
                .Select(static at => at.Pair)
                .GroupBy(pair => _components[pair])
                .OrderByDescending(static group => group.Key)
        )
        {
            foreach (NestedPair nested in component.SelectMany(static pair => pair.Inner))
            {
                int inner = _components[nested.Pair];
                if (inner != component.Key)
                {
                    places[inner] = Sum(places.GetValueOrDefault(inner), places[component.Key]);
                }
            }
        }

        return places;
    }

    private static long Sum(long left, long right) => left > long.MaxValue - right ? long.MaxValue : left + right;
}
