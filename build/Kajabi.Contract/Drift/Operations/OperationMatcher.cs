using Kajabi.Contract.Drift.Model;

namespace Kajabi.Contract.Drift.Operations;

/// <summary>Finds which operation became which: at the same URL, at the same path, or moved to another prefix.</summary>
/// <param name="baseBefore">The path of the base's server.</param>
/// <param name="baseAfter">The path of the revision's server.</param>
internal sealed class OperationMatcher(string baseBefore, string baseAfter)
{
    private readonly List<OperationPair> _pairs = [];
    private List<NormalizedOperation> _gone = [];
    private List<NormalizedOperation> _added = [];

    public IReadOnlyList<OperationPair> Match(IReadOnlyList<NormalizedOperation> before, IReadOnlyList<NormalizedOperation> after)
    {
        (_gone, _added) = ([.. before], [.. after]);
        Take(
            operation => $"{operation.Method} {BasePath(operation, baseBefore)}{operation.Path.Key}",
            operation => $"{operation.Method} {BasePath(operation, baseAfter)}{operation.Path.Key}"
        );
        Take(
            static operation => $"{operation.Method} {operation.Path.Key}",
            static operation => $"{operation.Method} {operation.Path.Key}"
        );
        TakeMoved();
        return
        [
            .. _pairs,
            .. _gone.Select(static operation => new OperationPair(operation, null)),
            .. _added.Select(static operation => new OperationPair(null, operation)),
        ];
    }

    private static string BasePath(NormalizedOperation operation, string ofDocument) => operation.Servers?[0].BasePath ?? ofDocument;

    private void Take(Func<NormalizedOperation, string> keyBefore, Func<NormalizedOperation, string> keyAfter)
    {
        Dictionary<string, NormalizedOperation> candidates = [];
        foreach (NormalizedOperation operation in _added)
        {
            candidates.TryAdd(keyAfter(operation), operation);
        }

        foreach (NormalizedOperation operation in _gone)
        {
            if (candidates.Remove(keyBefore(operation), out NormalizedOperation? match))
            {
                _pairs.Add(new OperationPair(operation, match));
            }
        }

        Forget();
    }

    /// <summary>Only what has one candidate, and is its only one, has moved.</summary>
    private void TakeMoved()
    {
        ILookup<string, NormalizedOperation> ends = _added.ToLookup(End);
        List<OperationPair> candidates =
        [
            .. _gone.SelectMany(left =>
                ends[End(left)]
                    .Where(right => PathMoveDetector.IsMove(left.Path, right.Path))
                    .Select(right => new OperationPair(left, right, HasMoved: true))
            ),
        ];
        ILookup<NormalizedOperation, OperationPair> byBefore = candidates.ToLookup(static pair => pair.Before!);
        ILookup<NormalizedOperation, OperationPair> byAfter = candidates.ToLookup(static pair => pair.After!);
        _pairs.AddRange(candidates.Where(pair => byBefore[pair.Before!].Count() == 1 && byAfter[pair.After!].Count() == 1));
        Forget();
    }

    /// <summary>What a move leaves alone: the last name in the path and what follows it.</summary>
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

    private void Forget()
    {
        HashSet<NormalizedOperation> taken = [.. _pairs.SelectMany(static pair => new[] { pair.Before!, pair.After! })];
        _gone.RemoveAll(taken.Contains);
        _added.RemoveAll(taken.Contains);
    }
}
