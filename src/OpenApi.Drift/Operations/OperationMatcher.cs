using OpenApi.Drift.Reading;

namespace OpenApi.Drift.Operations;

/// <summary>Matches the operations of the base and the revision: by URL, by path, or after a move to another prefix.</summary>
/// <param name="baseBefore">The base path of the server in the base.</param>
/// <param name="baseAfter">The base path of the server in the revision.</param>
internal sealed class OperationMatcher(string baseBefore, string baseAfter)
{
    private readonly List<OperationPair> _pairs = [];
    private List<NormalizedOperation> _removed = [];
    private List<NormalizedOperation> _added = [];

    public IReadOnlyList<OperationPair> Match(IReadOnlyList<NormalizedOperation> before, IReadOnlyList<NormalizedOperation> after)
    {
        (_removed, _added) = ([.. before], [.. after]);
        MatchBy(
            operation => $"{operation.Method} {BasePath(operation, baseBefore)}{operation.Path.Key}",
            operation => $"{operation.Method} {BasePath(operation, baseAfter)}{operation.Path.Key}"
        );
        MatchBy(
            static operation => $"{operation.Method} {operation.Path.Key}",
            static operation => $"{operation.Method} {operation.Path.Key}"
        );
        MatchMoved();
        return
        [
            .. _pairs,
            .. _removed.Select(static operation => new OperationPair(operation, null)),
            .. _added.Select(static operation => new OperationPair(null, operation)),
        ];
    }

    private static string BasePath(NormalizedOperation operation, string documentBasePath) =>
        operation.Servers?[0].BasePath ?? documentBasePath;

    private void MatchBy(Func<NormalizedOperation, string> keyBefore, Func<NormalizedOperation, string> keyAfter)
    {
        ILookup<string, NormalizedOperation> candidates = _added.ToLookup(keyAfter);
        HashSet<NormalizedOperation> duplicates = [];
        foreach (IGrouping<string, NormalizedOperation> operations in _removed.GroupBy(keyBefore))
        {
            if (candidates.Contains(operations.Key))
            {
                MatchSameUrl([.. operations], [.. candidates[operations.Key]], duplicates);
            }
        }

        RemoveMatched();
        _removed.RemoveAll(duplicates.Contains);
        _added.RemoveAll(duplicates.Contains);
    }

    /// <summary>Matches operations with the same URL. Paths that differ only in the names of their parameters have the same URL.</summary>
    private void MatchSameUrl(List<NormalizedOperation> before, List<NormalizedOperation> after, HashSet<NormalizedOperation> duplicates)
    {
        foreach (NormalizedOperation operation in before.ToList())
        {
            if (after.Find(other => other.Path.Text == operation.Path.Text) is { } same)
            {
                _pairs.Add(new OperationPair(operation, same));
                before.Remove(operation);
                after.Remove(same);
            }
        }

        _pairs.AddRange(before.Zip(after, static (left, right) => new OperationPair(left, right)));

        // The URL exists on both sides, so a further declaration is neither removed nor added.
        int paired = Math.Min(before.Count, after.Count);
        duplicates.UnionWith(before.Skip(paired));
        duplicates.UnionWith(after.Skip(paired));
    }

    /// <summary>Matches moved operations, if the candidate is unique on both sides.</summary>
    private void MatchMoved()
    {
        ILookup<string, NormalizedOperation> ends = _added.ToLookup(End);
        List<OperationPair> candidates =
        [
            .. _removed.SelectMany(left =>
                ends[End(left)]
                    .Where(right => PathMoveDetector.IsMove(left.Path, right.Path))
                    .Select(right => new OperationPair(left, right, HasMoved: true))
            ),
        ];
        ILookup<NormalizedOperation, OperationPair> byBefore = candidates.ToLookup(static pair => pair.Before!);
        ILookup<NormalizedOperation, OperationPair> byAfter = candidates.ToLookup(static pair => pair.After!);
        _pairs.AddRange(candidates.Where(pair => byBefore[pair.Before!].Count() == 1 && byAfter[pair.After!].Count() == 1));
        RemoveMatched();
    }

    /// <summary>Returns the part that a move does not change: from the last name in the path to its end.</summary>
    private static string End(NormalizedOperation operation)
    {
        IReadOnlyList<string> segments = operation.Path.Segments;
        int name = segments.Count - 1;
        while (name > 0 && segments[name].Contains('{', StringComparison.Ordinal))
        {
            name--;
        }

        return $"{operation.Method} {string.Join('/', segments.Skip(name))}";
    }

    private void RemoveMatched()
    {
        HashSet<NormalizedOperation> matched = [.. _pairs.SelectMany(static pair => new[] { pair.Before!, pair.After! })];
        _removed.RemoveAll(matched.Contains);
        _added.RemoveAll(matched.Contains);
    }
}
