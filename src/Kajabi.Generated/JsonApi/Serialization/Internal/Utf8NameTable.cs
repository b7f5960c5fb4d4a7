using System.Buffers.Binary;
using System.Text;

namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Finds the position of a name in a fixed list by its UTF-8 bytes, without creating a string. Names are compared by a key of their
/// length and their first and last bytes, and only the names with the same key byte by byte.
/// </summary>
internal sealed class Utf8NameTable
{
    private const int MaxLengthOnStack = 256;

    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private readonly string[] _names;
    private readonly byte[][] _utf8;
    private readonly ulong[] _keys;

    // Positions by the high bits of their keys; each slot is followed by the next one if it is occupied. Zero is an empty slot.
    private readonly int[] _slots;
    private readonly int _shift;
    private readonly int _maxLength;

    public Utf8NameTable(IReadOnlyList<string> names)
    {
        _names = [.. names];
        _utf8 = new byte[_names.Length][];
        _keys = new ulong[_names.Length];
        for (int ordinal = 0; ordinal < _names.Length; ordinal++)
        {
            _utf8[ordinal] = Encoding.UTF8.GetBytes(_names[ordinal]);
            _keys[ordinal] = GetKey(_utf8[ordinal]);
            _maxLength = Math.Max(_maxLength, _utf8[ordinal].Length);
        }

        int bits = 2 + int.Log2(Math.Max(1, _names.Length));
        _slots = new int[1 << bits];
        _shift = 64 - bits;
        for (int ordinal = _names.Length - 1; ordinal >= 0; ordinal--)
        {
            int slot = (int)(_keys[ordinal] >> _shift);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = ordinal + 1;
        }
    }

    /// <summary>Gets the names in their order.</summary>
    public IReadOnlyList<string> Names => _names;

    public string this[int ordinal] => _names[ordinal];

    /// <summary>Returns the position of a name; -1 if the list does not contain it.</summary>
    public int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // A character has at least one byte.
        if (name.Length > _maxLength || Encoding.UTF8.GetByteCount(name) > _maxLength)
        {
            return -1;
        }

        Span<byte> utf8 = _maxLength <= MaxLengthOnStack ? stackalloc byte[_maxLength] : new byte[_maxLength];
        int ordinal = IndexOf(utf8[..Encoding.UTF8.GetBytes(name, utf8)]);

        // Two strings with halves of surrogate pairs can have the same bytes.
        return ordinal >= 0 && _names[ordinal] == name ? ordinal : -1;
    }

    /// <summary>Returns the position of a name; -1 if the list does not contain it.</summary>
    /// <param name="utf8">The name without escapes.</param>
    /// <param name="expected">The position that is compared first, because servers write members in a fixed order.</param>
    public int IndexOf(ReadOnlySpan<byte> utf8, int expected = -1)
    {
        if ((uint)expected < (uint)_utf8.Length && utf8.SequenceEqual(_utf8[expected]))
        {
            return expected;
        }

        ulong key = GetKey(utf8);
        for (int slot = (int)(key >> _shift); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            int ordinal = _slots[slot] - 1;
            if (_keys[ordinal] == key && utf8.SequenceEqual(_utf8[ordinal]))
            {
                return ordinal;
            }
        }

        return -1;
    }

    private static ulong GetKey(ReadOnlySpan<byte> utf8)
    {
        ulong bytes;
        if (utf8.Length >= sizeof(ulong))
        {
            bytes =
                BinaryPrimitives.ReadUInt64LittleEndian(utf8)
                ^ ulong.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]), 29);
        }
        else
        {
            bytes = 0;
            foreach (byte one in utf8)
            {
                bytes = (bytes << 8) | one;
            }
        }

        return (bytes + (ulong)utf8.Length) * Multiplier;
    }
}
