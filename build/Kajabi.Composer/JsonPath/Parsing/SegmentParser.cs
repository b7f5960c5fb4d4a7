using Kajabi.Composer.JsonPath.Selectors;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Parses the segments after <c>$</c> or <c>@</c>.</summary>
internal static class SegmentParser
{
    public static IReadOnlyList<Segment> Parse(QueryCursor cursor)
    {
        List<Segment> segments = [];
        while (cursor.TryReadAfterBlanks("..", ".", "[") is { } start)
        {
            segments.Add(ParseSegment(cursor, start));
        }

        return segments;
    }

    private static Segment ParseSegment(QueryCursor cursor, string start) =>
        start switch
        {
            "[" => new Segment(false, SelectorParser.ParseBracketed(cursor)),
            ".." when cursor.TryRead("[") => new Segment(true, SelectorParser.ParseBracketed(cursor)),
            _ => new Segment(start == "..", [ParseShorthand(cursor)]),
        };

    private static ISelector ParseShorthand(QueryCursor cursor)
    {
        if (cursor.TryRead("*"))
        {
            return new WildcardSelector();
        }

        int start = cursor.Offset;
        while (ReadNameCharacter(cursor, isFirst: cursor.Offset == start)) { }

        return cursor.Offset > start
            ? new NameSelector(cursor.TextFrom(start))
            : throw cursor.Unexpected("a name or `*`; other names are written as `['name']`");
    }

    private static bool ReadNameCharacter(QueryCursor cursor, bool isFirst)
    {
        char unit = cursor.Current;
        int length =
            char.IsSurrogatePair(unit, cursor.Peek(1)) ? 2
            : char.IsAsciiLetter(unit) || unit == '_' || (unit >= '\u0080' && !char.IsSurrogate(unit)) ? 1
            : !isFirst && (char.IsAsciiDigit(unit) || (unit == '-' && cursor.AllowHyphens)) ? 1
            : 0;
        cursor.Offset += length;
        return length > 0;
    }
}
