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
        _stored = [.. stored.OrderBy(static resource => SortKey.Create(resource, "created_at"))];
        (_generated, _isDescending) = (generated, isDescending);
        _positions = [.. _stored.Select((resource, index) => index + CountGeneratedBefore(resource))];
    }

    public int Count => _stored.Count + _generated.Count;

    public List<SandboxResource> GetPage(long start, int size)
    {
        List<SandboxResource> resources = [];
        for (long index = start; index < Math.Min(start + size, Count); index++)
        {
            resources.Add(Get((int)(_isDescending ? Count - 1 - index : index)));
        }

        return resources;
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
