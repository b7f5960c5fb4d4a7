using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Parses literals, queries and functions in a filter.</summary>
internal static class OperandParser
{
    public static Operand Parse(QueryCursor cursor)
    {
        int start = cursor.Offset;
        switch (cursor.Current)
        {
            case '@' or '$':
                bool isRelative = cursor.Current == '@';
                cursor.Offset++;
                return Operand.FromQuery(start, new FilterQuery(isRelative, SegmentParser.Parse(cursor)));
            case '\'' or '"':
                return new Operand(start, new Literal(new JValue(StringParser.Parse(cursor))));
            case '-' or (>= '0' and <= '9'):
                return new Operand(start, new Literal(NumberParser.ParseNumber(cursor)));
            case >= 'a' and <= 'z':
                return ParseKeywordOrFunction(cursor);
            default:
                throw cursor.Unexpected("a literal, a query (`@` or `$`) or a function");
        }
    }

    private static Operand ParseKeywordOrFunction(QueryCursor cursor)
    {
        int start = cursor.Offset;
        cursor.SkipWhile(static unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit == '_');
        string name = cursor.TextFrom(start);
        if (cursor.TryRead("("))
        {
            return cursor.Nested(nested => FunctionParser.Parse(nested, name, start));
        }

        JValue value = name switch
        {
            "true" => new JValue(true),
            "false" => new JValue(false),
            "null" => JValue.CreateNull(),
            _ => throw cursor.Error($"`{name}` is neither `true`, `false`, `null` nor a function with `(` directly after its name.", start),
        };
        return new Operand(start, new Literal(value));
    }
}
