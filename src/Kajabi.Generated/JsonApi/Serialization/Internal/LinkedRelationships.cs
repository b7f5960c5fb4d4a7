using System.Buffers;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// The relationships with linkage, which are resolved after the document is read. A page has several hundred, so the array of this
/// temporary list comes from the pool.
/// </summary>
internal sealed class LinkedRelationships : IDisposable
{
    private const int InitialSize = 16;

    private Relationship?[] _items = [];
    private int _count;

    /// <summary>Gets the relationships, until the next one is added.</summary>
    public ReadOnlySpan<Relationship> Items => _items.AsSpan(0, _count)!;

    public void Add(Relationship relationship)
    {
        if (_count == _items.Length)
        {
            Relationship?[] items = ArrayPool<Relationship?>.Shared.Rent(Math.Max(InitialSize, _count * 2));
            _items.CopyTo(items, 0);
            Dispose();
            _items = items;
        }

        _items[_count++] = relationship;
    }

    /// <summary>Returns the array to the pool, cleared, so that no data of a response remains in it.</summary>
    public void Dispose()
    {
        if (_items.Length > 0)
        {
            ArrayPool<Relationship?>.Shared.Return(_items, clearArray: true);
            _items = [];
        }
    }
}
