using Kajabi.Composer.JsonPath.Selectors;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Parses the selectors in brackets.</summary>
internal static class SelectorParser
{
    /// <summary>Parses the rest after <c>[</c>.</summary>
    public static IReadOnlyList<ISelector> ParseBracketed(QueryCursor cursor)
    {
        List<ISelector> selectors = [];
        do
        {
            cursor.SkipBlanks();
            selectors.Add(ParseSelector(cursor));
        } while (cursor.TryReadAfterBlanks(",") is not null);

        cursor.SkipBlanks();
        cursor.Expect(']');
        return selectors;
    }

    private static ISelector ParseSelector(QueryCursor cursor)
    {
        switch (cursor.Current)
        {
            case '\'' or '"':
                return new NameSelector(StringParser.Parse(cursor));
            case '*':
                cursor.Offset++;
                return new WildcardSelector();
            case '?':
                cursor.Offset++;
                cursor.SkipBlanks();
                return new FilterSelector(FilterParser.Parse(cursor));
            case '-' or ':' or (>= '0' and <= '9'):
                return ParseIndexOrSlice(cursor);
            default:
                throw cursor.Unexpected("a name in quotation marks, an index, a slice, `*` or `?`");
        }
    }

    private static ISelector ParseIndexOrSlice(QueryCursor cursor)
    {
        long? start = TryParseInteger(cursor);
        if (cursor.TryReadAfterBlanks(":") is null)
        {
            return new IndexSelector(start!.Value);
        }

        cursor.SkipBlanks();
        long? end = TryParseInteger(cursor);
        if (cursor.TryReadAfterBlanks(":") is null)
        {
            return new SliceSelector(start, end, 1);
        }

        int beforeStep = cursor.Offset;
        cursor.SkipBlanks();
        long? step = TryParseInteger(cursor);
        cursor.Offset = step is null ? beforeStep : cursor.Offset;
        return new SliceSelector(start, end, step ?? 1);
    }

    private static long? TryParseInteger(QueryCursor cursor) =>
        cursor.Current == '-' || char.IsAsciiDigit(cursor.Current) ? NumberParser.ParseInteger(cursor) : null;
}
