using System.Runtime.CompilerServices;

namespace OpenApi.Drift.Comparison;

/// <summary>
/// Collects the changes in a pair and its nested pairs. The result for a pair is cached. Pairs that contain each other
/// are visited once from each entry, so that recursion ends and each change has a path.
/// </summary>
/// <param name="maxLocations">The number of changes in a pair beyond which they are grouped.</param>
internal sealed class ChangeCollector(int maxLocations)
{
    private readonly Dictionary<SchemaPair, IReadOnlyList<SchemaChange>> _collected = [];
    private readonly Dictionary<SchemaPair, (int Index, int Low)> _visits = [];
    private readonly Dictionary<SchemaPair, HashSet<SchemaPair>> _components = [];
    private readonly PlaceCounter _places = new();
    private readonly Stack<SchemaPair> _stack = new();
    private readonly HashSet<SchemaPair> _onStack = [];
    private long _changes;
    private long _pathCharacters;

    public IReadOnlyList<SchemaChange> Collect(SchemaPair pair)
    {
        if (!_visits.ContainsKey(pair))
        {
            Visit(pair);
        }

        if (_collected.TryGetValue(pair, out IReadOnlyList<SchemaChange>? changes))
        {
            return changes;
        }

        HashSet<SchemaPair>? component = _components.GetValueOrDefault(pair);
        changes =
            _places.ChangesIn(pair) > maxLocations || _changes > WorkLimits.MaxChanges ? _places.CollectGrouped(pair)
            : component is null ? CollectAcyclic(pair)
            : CollectCyclic(pair, component);
        changes = InheritedChanges.Remove(changes);
        _collected.Add(pair, changes);
        return changes;
    }

    /// <summary>Finds the pairs that contain each other, with Tarjan's algorithm for strongly connected components.</summary>
    private int Visit(SchemaPair pair)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int index = _visits.Count;
        int low = index;
        _visits.Add(pair, (index, low));
        _stack.Push(pair);
        _onStack.Add(pair);
        foreach ((_, SchemaPair inner) in pair.Inner)
        {
            if (!_visits.TryGetValue(inner, out (int Index, int Low) visit))
            {
                low = Math.Min(low, Visit(inner));
            }
            else if (_onStack.Contains(inner))
            {
                low = Math.Min(low, visit.Index);
            }
        }

        _visits[pair] = (index, low);
        if (low == index)
        {
            CloseComponent(pair);
        }

        return low;
    }

    private void CloseComponent(SchemaPair first)
    {
        HashSet<SchemaPair> component = [];
        SchemaPair member;
        do
        {
            member = _stack.Pop();
            _onStack.Remove(member);
            component.Add(member);
        } while (member != first);
        _places.Add(component);
        if (component.Count > 1 || first.Inner.Any(inner => inner.Pair == first))
        {
            foreach (SchemaPair each in component)
            {
                _components.Add(each, component);
            }
        }
    }

    private IReadOnlyList<SchemaChange> CollectAcyclic(SchemaPair pair)
    {
        List<SchemaChange> changes = [.. pair.Own];
        foreach (NestedPair nested in pair.Inner)
        {
            AddNested(changes, Collect(nested.Pair), change => change.Below(nested));
        }

        return changes.Count == 0 ? [] : changes;
    }

    /// <exception cref="WorkLimitException">There are more paths to changes than can be reported.</exception>
    private void AddNested(List<SchemaChange> changes, IReadOnlyList<SchemaChange> inner, Func<SchemaChange, SchemaChange> toBelow)
    {
        foreach (SchemaChange change in inner)
        {
            SchemaChange below = toBelow(change);
            _changes++;
            _pathCharacters += below.Path.Length;
            if (_pathCharacters > WorkLimits.MaxPathCharacters)
            {
                throw new WorkLimitException(change.Node, "There are too many long paths through shared schemas to this change.");
            }

            changes.Add(below);
        }
    }

    private List<SchemaChange> CollectCyclic(SchemaPair entry, HashSet<SchemaPair> component)
    {
        List<SchemaChange> changes = [];
        HashSet<SchemaPair> seen = [entry];
        Queue<PairPath> queue = new([new PairPath(entry, string.Empty, string.Empty)]);
        while (queue.TryDequeue(out PairPath? at))
        {
            AddNested(changes, at.Pair.Own, at.Below);
            foreach (NestedPair nested in at.Pair.Inner)
            {
                if (!component.Contains(nested.Pair))
                {
                    AddNested(changes, Collect(nested.Pair), change => at.Below(change.Below(nested)));
                }
                else if (seen.Add(nested.Pair))
                {
                    queue.Enqueue(at.To(nested));
                }
            }
        }

        return changes;
    }
}
