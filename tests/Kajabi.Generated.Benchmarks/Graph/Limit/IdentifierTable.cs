using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Kajabi.Benchmarks.Graph.Limit;

/// <summary>The identifiers of a document, found by the bytes of their type and id without creating strings.</summary>
internal ref struct IdentifierTable
{
    private readonly ReadOnlySpan<byte> _utf8;
    private LinkedIdentifier[] _identifiers;
    private Slot[] _slots;
    private int[] _buckets;
    private int _count;

    /// <param name="utf8">The document, which contains the bytes of all ids.</param>
    public IdentifierTable(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _buckets = Rent(256);
        _slots = ArrayPool<Slot>.Shared.Rent(256);
        _identifiers = ArrayPool<LinkedIdentifier>.Shared.Rent(256);
    }

    /// <summary>Returns the identifier of a type and an id.</summary>
    /// <param name="type">The shared string of the type.</param>
    /// <param name="start">The position of the id in the document.</param>
    /// <param name="length">The number of bytes of the id.</param>
    public LinkedIdentifier Get(string type, int start, int length)
    {
        ReadOnlySpan<byte> id = _utf8.Slice(start, length);
        uint hash = Hash(type, id);
        int mask = _buckets.Length - 1;
        for (int index = _buckets[hash & mask] - 1; index >= 0; index = _slots[index].Next)
        {
            ref Slot slot = ref _slots[index];
            if (slot.Hash == hash && slot.Length == length && _utf8.Slice(slot.Start, length).SequenceEqual(id))
            {
                LinkedIdentifier known = _identifiers[index];
                if (ReferenceEquals(known.Type, type))
                {
                    return known;
                }
            }
        }

        if (_count == _buckets.Length)
        {
            Grow();
            mask = _buckets.Length - 1;
        }

        ref int bucket = ref _buckets[hash & mask];
        _slots[_count] = new Slot(hash, bucket - 1, start, length);
        LinkedIdentifier identifier = new() { Type = type, Id = Encoding.UTF8.GetString(id) };
        _identifiers[_count++] = identifier;
        bucket = _count;
        return identifier;
    }

    public void Dispose()
    {
        Array.Clear(_identifiers, 0, _count);
        Array.Clear(_buckets);
        ArrayPool<LinkedIdentifier>.Shared.Return(_identifiers);
        ArrayPool<Slot>.Shared.Return(_slots);
        ArrayPool<int>.Shared.Return(_buckets);
    }

    private static uint Hash(string type, ReadOnlySpan<byte> id)
    {
        ulong hash = (ulong)type.Length + ((ulong)type[0] << 8);
        while (id.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(id)) * 0x9E3779B97F4A7C15;
            id = id[sizeof(ulong)..];
        }

        foreach (byte value in id)
        {
            hash = (hash ^ value) * 0x9E3779B97F4A7C15;
        }

        return (uint)(hash >> 32);
    }

    private static int[] Rent(int length)
    {
        int[] buckets = ArrayPool<int>.Shared.Rent(length);
        Array.Clear(buckets);
        return buckets;
    }

    private void Grow()
    {
        int[] buckets = Rent(_buckets.Length * 2);
        Slot[] slots = ArrayPool<Slot>.Shared.Rent(buckets.Length);
        LinkedIdentifier[] identifiers = ArrayPool<LinkedIdentifier>.Shared.Rent(buckets.Length);
        Array.Copy(_identifiers, identifiers, _count);
        int mask = buckets.Length - 1;
        for (int index = 0; index < _count; index++)
        {
            ref int bucket = ref buckets[_slots[index].Hash & mask];
            slots[index] = _slots[index] with { Next = bucket - 1 };
            bucket = index + 1;
        }

        Dispose();
        (_buckets, _slots, _identifiers) = (buckets, slots, identifiers);
    }

    private readonly record struct Slot(uint Hash, int Next, int Start, int Length);
}
