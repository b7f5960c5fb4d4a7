namespace Kajabi.Sandbox.Internal.Data.Loading;

/// <summary>Counts the lines up to positions. For ascending positions, it reads the text once.</summary>
/// <param name="utf8">The text.</param>
/// <param name="firstLine">The number of its first line.</param>
internal sealed class LineCounter(ReadOnlyMemory<byte> utf8, int firstLine)
{
    private int _position;
    private int _lines;

    /// <summary>Gets the text.</summary>
    public ReadOnlyMemory<byte> Text => utf8;

    /// <summary>Returns the number of the line with a position.</summary>
    public int GetLine(int position)
    {
        if (position < _position)
        {
            (_position, _lines) = (0, 0);
        }

        _lines += utf8.Span[_position..position].Count((byte)'\n');
        _position = position;
        return firstLine + _lines;
    }
}
