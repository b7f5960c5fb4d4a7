namespace Kajabi.JsonApi.Serialization.Internal;

/// <summary>
/// Reads resource identifiers whose members are in the order of the API, <c>{"id":"123","type":"offers"}</c>, from UTF-8 bytes. It
/// finds nothing in an identifier of another form, such as one with an escape, a <c>meta</c> member or a type that is not known, or if
/// the bytes end in it.
/// </summary>
/// <param name="json">The bytes.</param>
/// <param name="types">The known types.</param>
internal ref struct IdentifierScanner(ReadOnlySpan<byte> json, Utf8NameTable types)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly Utf8NameTable _types = types;

    // Identifiers of one list usually have the same type, which is compared first.
    private int _type = -1;

    /// <summary>Gets the position of the next byte.</summary>
    public int Position { get; private set; }

    private static ReadOnlySpan<byte> IdName => "\"id\":"u8;

    private static ReadOnlySpan<byte> TypeName => "\"type\":"u8;

    /// <summary>Reads an object.</summary>
    /// <param name="strings">The strings that are shared.</param>
    /// <param name="identifier">The identifier.</param>
    public bool TryReadObject(StringCache strings, out ResourceIdentifier identifier)
    {
        identifier = default;
        if (
            !TryRead((byte)'{')
            || !TryReadName(IdName)
            || !TryReadString(out ReadOnlySpan<byte> id)
            || !TryRead((byte)',')
            || !TryReadName(TypeName)
            || !TryReadString(out ReadOnlySpan<byte> type)
            || !TryRead((byte)'}')
        )
        {
            return false;
        }

        _type = _types.IndexOf(type, _type);
        if (_type < 0)
        {
            return false;
        }

        identifier = new ResourceIdentifier(_types[_type], strings.Get(id));
        return true;
    }

    /// <summary>Moves behind a character, which must be the next token.</summary>
    public bool TryRead(byte character)
    {
        if (!IsAt(character))
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Moves to the next token, and returns whether it starts with a character.</summary>
    public bool IsAt(byte character)
    {
        SkipWhiteSpace();
        return Position < _json.Length && _json[Position] == character;
    }

    private bool TryReadName(ReadOnlySpan<byte> name)
    {
        SkipWhiteSpace();
        if (!_json[Position..].StartsWith(name))
        {
            return false;
        }

        Position += name.Length;
        return true;
    }

    /// <summary>Reads a string of ASCII characters without escapes.</summary>
    private bool TryReadString(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!TryRead((byte)'"'))
        {
            return false;
        }

        int start = Position;
        int end = start;
        ReadOnlySpan<byte> json = _json;
        while (end < json.Length && json[end] is >= (byte)' ' and < 0x80 and not ((byte)'"' or (byte)'\\'))
        {
            end++;
        }

        if (end == json.Length || json[end] != '"')
        {
            return false;
        }

        text = json[start..end];
        Position = end + 1;
        return true;
    }

    private void SkipWhiteSpace()
    {
        // An indented text has lines that start with many spaces.
        while (Position < _json.Length && _json[Position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            Position++;
            int spaces = _json[Position..].IndexOfAnyExcept((byte)' ');
            Position = spaces < 0 ? _json.Length : Position + spaces;
        }
    }
}
