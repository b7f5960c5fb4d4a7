using System.Runtime.CompilerServices;

namespace Kajabi.Contract.Drift.Comparison;

/// <summary>
/// Collects the changes below a pair. What was collected for a pair serves wherever it is used. Pairs that contain
/// each other are gone through once from where they are entered, so that recursion has an end and each change a path.
/// </summary>
internal sealed class ChangeCollector
{
    private readonly Dictionary<SchemaPair, IReadOnlyList<SchemaChange>> _collected = [];
    private readonly Dictionary<SchemaPair, (int Index, int Low)> _visits = [];
    private readonly Dictionary<SchemaPair, HashSet<SchemaPair>> _circles = [];
    private readonly Stack<SchemaPair> _open = new();
    private readonly HashSet<SchemaPair> _isOpen = [];
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

        HashSet<SchemaPair>? circle = _circles.GetValueOrDefault(pair);
        changes = circle is null ? Straight(pair) : Around(pair, circle);
        _collected.Add(pair, changes);
        return changes;
    }

    /// <summary>Finds the pairs that contain each other: Tarjan's strongly connected components.</summary>
    private int Visit(SchemaPair pair)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int index = _visits.Count;
        int low = index;
        _visits.Add(pair, (index, low));
        _open.Push(pair);
        _isOpen.Add(pair);
        foreach ((_, SchemaPair inner) in pair.Inner)
        {
            if (!_visits.TryGetValue(inner, out (int Index, int Low) visit))
            {
                low = Math.Min(low, Visit(inner));
            }
            else if (_isOpen.Contains(inner))
            {
                low = Math.Min(low, visit.Index);
            }
        }

        _visits[pair] = (index, low);
        if (low == index)
        {
            Close(pair);
        }

        return low;
    }

    private void Close(SchemaPair first)
    {
        HashSet<SchemaPair> circle = [];
        SchemaPair member;
        do
        {
            member = _open.Pop();
            _isOpen.Remove(member);
            circle.Add(member);
        } while (member != first);
        if (circle.Count > 1 || first.Inner.Any(inner => inner.Pair == first))
        {
            foreach (SchemaPair each in circle)
            {
                _circles.Add(each, circle);
            }
        }
    }

    private IReadOnlyList<SchemaChange> Straight(SchemaPair pair)
    {
        List<SchemaChange> changes = [.. pair.Own];
        foreach ((string segment, SchemaPair inner) in pair.Inner)
        {
            AddBelow(changes, Collect(inner), segment);
        }

        return changes.Count == 0 ? [] : changes;
    }

    /// <exception cref="WorkLimitException">Schemas contain each other on more paths than can be reported.</exception>
    private void AddBelow(List<SchemaChange> changes, IReadOnlyList<SchemaChange> inner, string path)
    {
        foreach (SchemaChange change in inner)
        {
            SchemaChange below = change.Below(path);
            _changes++;
            _pathCharacters += below.Path.Length;
            if (_changes > WorkLimits.MaxChanges || _pathCharacters > WorkLimits.MaxPathCharacters)
            {
                throw new WorkLimitException(
                    change.Place,
                    $"This change is reached on too many paths through shared schemas; the limit is {WorkLimits.MaxChanges:N0} changes."
                );
            }

            changes.Add(below);
        }
    }

    private List<SchemaChange> Around(SchemaPair entry, HashSet<SchemaPair> circle)
    {
        List<SchemaChange> changes = [];
        HashSet<SchemaPair> seen = [entry];
        Queue<(string Path, SchemaPair Pair)> open = new([(string.Empty, entry)]);
        while (open.TryDequeue(out (string Path, SchemaPair Pair) at))
        {
            AddBelow(changes, at.Pair.Own, at.Path);
            foreach ((string segment, SchemaPair inner) in at.Pair.Inner)
            {
                if (!circle.Contains(inner))
                {
                    AddBelow(changes, Collect(inner), at.Path + segment);
                }
                else if (seen.Add(inner))
                {
                    open.Enqueue((at.Path + segment, inner));
                }
            }
        }

        return changes;
    }
}
