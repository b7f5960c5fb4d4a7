namespace Kajabi.JsonApi.Documents.Internal;

/// <summary>One bit for each member: a field for the first 64, and an array only for classes with more.</summary>
internal struct BitSet
{
    private const int WordSize = 64;

    private ulong _first;
    private ulong[]? _rest;

    public readonly bool Any => _first != 0 || (_rest?.Any(static word => word != 0) ?? false);

    public readonly bool this[int ordinal]
    {
        get
        {
            if (ordinal < WordSize)
            {
                return (_first & (1UL << ordinal)) != 0;
            }

            int word = (ordinal / WordSize) - 1;
            return _rest is not null && word < _rest.Length && (_rest[word] & (1UL << (ordinal % WordSize))) != 0;
        }
    }

    public void Set(int ordinal)
    {
        if (ordinal < WordSize)
        {
            _first |= 1UL << ordinal;
            return;
        }

        int word = (ordinal / WordSize) - 1;
        if (_rest is null || word >= _rest.Length)
        {
            Array.Resize(ref _rest, word + 1);
        }

        _rest[word] |= 1UL << (ordinal % WordSize);
    }
}
