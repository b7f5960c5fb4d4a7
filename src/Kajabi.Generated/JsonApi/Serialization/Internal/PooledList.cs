using System.Buffers;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>A list that is needed only while a document is read. Its array comes from the pool.</summary>
/// <typeparam name="T">The class of the items.</typeparam>
internal sealed class PooledList<T> : IDisposable
    where T : class
{
    private const int InitialSize = 16;

    private T?[] _items = [];
    private int _count;

    /// <summary>Gets the items, until the next one is added.</summary>
    public ReadOnlySpan<T> Items => _items.AsSpan(0, _count)!;

    public void Add(T item)
    {
        if (_count == _items.Length)
        {
            T?[] items = ArrayPool<T?>.Shared.Rent(Math.Max(InitialSize, _count * 2));
            _items.CopyTo(items, 0);
            Dispose();
            _items = items;
        }

        _items[_count++] = item;
    }

    /// <summary>Returns the array to the pool, cleared, so that no data of a response remains in it.</summary>
    public void Dispose()
    {
        if (_items.Length > 0)
        {
            ArrayPool<T?>.Shared.Return(_items, clearArray: true);
            _items = [];
        }
    }
}
