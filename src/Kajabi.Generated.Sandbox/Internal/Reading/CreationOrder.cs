using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Sandbox.Internal.Reading;

/// <summary>Stored and generated contacts in the order of their creation. Only the generated contacts of a page are created.</summary>
internal sealed class CreationOrder
{
    private readonly List<SandboxResource> _stored;
    private readonly GeneratedContacts _generated;
    private readonly bool _isDescending;

    // The position of each stored contact among all contacts, in ascending order.
    private readonly List<int> _positions;

    public CreationOrder(IEnumerable<SandboxResource> stored, GeneratedContacts generated, bool isDescending)
    {
        _stored = [.. Sort(stored)];
        (_generated, _isDescending) = (generated, isDescending);
        _positions = [.. _stored.Select((resource, index) => index + CountGeneratedBefore(resource))];
    }

    public int Count => _stored.Count + _generated.Count;

    /// <summary>Sorts resources, the oldest first.</summary>
    public static IEnumerable<SandboxResource> Sort(IEnumerable<SandboxResource> resources) =>
        resources.OrderBy(static resource => SortKey.Create(resource, "created_at"));

    /// <summary>Sorts resources, the newest first.</summary>
    public static IEnumerable<SandboxResource> SortDescending(IEnumerable<SandboxResource> resources) =>
        Enumerable.Reverse(Sort(resources));

    /// <summary>Merges the stored contacts, and those generated contacts that a filter returns, which are enumerated one by one.</summary>
    public static IEnumerable<SandboxResource> Merge(
        IEnumerable<SandboxResource> stored,
        GeneratedContacts generated,
        Func<IEnumerable<SandboxResource>, IEnumerable<SandboxResource>> filter,
        bool isDescending
    )
    {
        Queue<SandboxResource> waiting = new(isDescending ? SortDescending(stored) : Sort(stored));
        int last = generated.Count - 1;
        IEnumerable<SandboxResource> rows = Enumerable
            .Range(0, generated.Count)
            .Select(index => generated[isDescending ? last - index : index]);
        foreach (SandboxResource row in filter(rows))
        {
            while (waiting.TryPeek(out SandboxResource? next) && IsBefore(next, row, isDescending))
            {
                yield return waiting.Dequeue();
            }

            yield return row;
        }

        foreach (SandboxResource rest in waiting)
        {
            yield return rest;
        }
    }

    public List<SandboxResource> GetPage(long start, int size)
    {
        List<SandboxResource> resources = [];
        for (long index = start; index < Math.Min(start + size, Count); index++)
        {
            resources.Add(Get((int)(_isDescending ? Count - 1 - index : index)));
        }

        return resources;
    }

    private static bool IsBefore(SandboxResource stored, SandboxResource generated, bool isDescending)
    {
        int order = SortKey.Create(stored, "created_at").CompareTo(SortKey.Create(generated, "created_at"));
        return isDescending ? order > 0 : order <= 0;
    }

    private SandboxResource Get(int position)
    {
        int found = _positions.BinarySearch(position);
        return found >= 0 ? _stored[found] : _generated[position - ~found];
    }

    private int CountGeneratedBefore(SandboxResource resource) =>
        SortKey.Create(resource, "created_at").Number is { } ticks
            ? _generated.CountBefore(new DateTimeOffset((long)ticks, TimeSpan.Zero))
            : 0;
}
