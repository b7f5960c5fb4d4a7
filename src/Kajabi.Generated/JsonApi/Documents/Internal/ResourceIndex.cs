using System.Buffers;

namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>The resources of a document by type and id, in a hash table with linear probing.</summary>
/// <remarks>
/// While a document is read, the index is a temporary object, and the arrays of a growing dictionary would be a tenth of the memory
/// that reading a page allocates. So the arrays come from the pool, and <see cref="Dispose"/> returns them.
/// </remarks>
internal sealed class ResourceIndex : IDisposable
{
    private const int InitialSize = 64;

    // The pool would keep larger arrays for a long time, and a document of the API has no more resources.
    private const int MaxPooledSize = 1 << 16;

    private const int UnknownType = -1;

    // Documents contain few types, and most texts of a type are the same object, so comparing them is faster than a hash.
    private const int MaxTypesInList = 8;

    // Distributes the numbers of the types over all bits.
    private const uint Multiplier = 0x9E37_79B9;

    private readonly List<string> _types = [];
    private Dictionary<string, int>? _otherTypes;

    // A power of two, or 0 as long as there are no resources. At most half of the slots are occupied, so that a search ends soon.
    private int _size;
    private int _count;

    // The ids when the resources were added, because the application can change those of the resources.
    private string?[] _ids = [];
    private Resource?[] _resources = [];

    /// <summary>Gets the number of resources with the type and id of an earlier one.</summary>
    public int DuplicateCount { get; private set; }

    public Resource? Find(ResourceIdentifier identifier) =>
        identifier is { Type: { } type, Id: { } id } && FindType(type) is not UnknownType and int number
            ? _resources[FindSlot(type, number, id)]
            : null;

    /// <summary>Adds a resource and returns the one that represents its type and id, which is the first one.</summary>
    public Resource Add(Resource resource)
    {
        // A resource without an id is not created yet, and cannot be a duplicate.
        if (!resource.HasId)
        {
            return resource;
        }

        if (_count >= _size / 2)
        {
            Grow();
        }

        int slot = FindSlot(resource.Type, FindOrAddType(resource.Type), resource.Id);
        if (_resources[slot] is { } first)
        {
            DuplicateCount++;
            return first;
        }

        (_ids[slot], _resources[slot]) = (resource.Id, resource);
        _count++;
        return resource;
    }

    /// <summary>Returns the arrays to the pool. The index must not be used afterwards.</summary>
    public void Dispose()
    {
        Return(_ids);
        Return(_resources);
    }

    /// <summary>Returns the slot of the resource with a type and id, or the empty slot where it belongs.</summary>
    private int FindSlot(string type, int typeNumber, string id)
    {
        int slot = id.GetHashCode(StringComparison.Ordinal) ^ (int)((uint)typeNumber * Multiplier);
        for (slot &= _size - 1; _ids[slot] is { } known; slot = (slot + 1) & (_size - 1))
        {
            if (known == id && _resources[slot]!.Type == type)
            {
                break;
            }
        }

        return slot;
    }

    private int FindType(string type)
    {
        for (int number = 0; number < _types.Count; number++)
        {
            if (string.Equals(_types[number], type, StringComparison.Ordinal))
            {
                return number;
            }
        }

        return _otherTypes?.GetValueOrDefault(type, UnknownType) ?? UnknownType;
    }

    private int FindOrAddType(string type)
    {
        if (FindType(type) is not UnknownType and int known)
        {
            return known;
        }

        if (_types.Count < MaxTypesInList)
        {
            _types.Add(type);
            return _types.Count - 1;
        }

        _otherTypes ??= new(StringComparer.Ordinal);
        int number = MaxTypesInList + _otherTypes.Count;
        _otherTypes.Add(type, number);
        return number;
    }

    private void Grow()
    {
        (string?[] ids, Resource?[] resources, int size) = (_ids, _resources, _size);
        _size = Math.Max(InitialSize, size * 2);
        (_ids, _resources) = (Rent<string>(_size), Rent<Resource>(_size));
        for (int old = 0; old < size; old++)
        {
            if (ids[old] is { } id)
            {
                string type = resources[old]!.Type;
                int slot = FindSlot(type, FindType(type), id);
                (_ids[slot], _resources[slot]) = (id, resources[old]);
            }
        }

        Return(ids);
        Return(resources);
    }

    private static T?[] Rent<T>(int size)
        where T : class
    {
        if (size > MaxPooledSize)
        {
            return new T?[size];
        }

        // Cleared, because the application uses the same pool.
        T?[] array = ArrayPool<T?>.Shared.Rent(size);
        Array.Clear(array, 0, size);
        return array;
    }

    private static void Return<T>(T?[] array)
        where T : class
    {
        if (array.Length is > 0 and <= MaxPooledSize)
        {
            // Cleared, so that no data of a response remains in the pool.
            ArrayPool<T?>.Shared.Return(array, clearArray: true);
        }
    }
}
