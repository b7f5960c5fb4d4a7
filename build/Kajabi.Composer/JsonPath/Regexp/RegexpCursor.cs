namespace Kajabi.Composer.JsonPath.Regexp;

/// <summary>The text of a pattern and the position of its parser.</summary>
internal sealed class RegexpCursor(string pattern)
{
    private const int None = -1;

    private int _offset;

    /// <summary>Gets the current code point; a negative number at the end.</summary>
    public int Current =>
        _offset == pattern.Length ? None
        : char.IsSurrogate(pattern[_offset]) ? ReadPair()
        : pattern[_offset];

    public bool IsAtEnd => Current == None;

    /// <summary>Returns the current code point and moves to the next one.</summary>
    public int Read()
    {
        int current = Current;
        _offset += current switch
        {
            None => throw new RegexpSyntaxException(),
            > char.MaxValue => 2,
            _ => 1,
        };
        return current;
    }

    public bool TryRead(char expected)
    {
        bool isNext = Current == expected;
        _offset += isNext ? 1 : 0;
        return isNext;
    }

    public void Expect(char expected)
    {
        if (!TryRead(expected))
        {
            throw new RegexpSyntaxException();
        }
    }

    private int ReadPair() =>
        _offset + 1 < pattern.Length && char.IsSurrogatePair(pattern[_offset], pattern[_offset + 1])
            ? char.ConvertToUtf32(pattern[_offset], pattern[_offset + 1])
            : throw new RegexpSyntaxException();
}
