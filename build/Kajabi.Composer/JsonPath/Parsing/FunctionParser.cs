using Kajabi.Composer.JsonPath.Expressions;
using Kajabi.Composer.JsonPath.Functions;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Parses the arguments of a function and checks their number and types.</summary>
internal static class FunctionParser
{
    /// <param name="cursor">The cursor, after <c>(</c>.</param>
    /// <param name="name">The name of the function.</param>
    /// <param name="start">The position of the name.</param>
    public static Operand Parse(QueryCursor cursor, string name, int start)
    {
        List<Operand> arguments = ParseArguments(cursor);
        return (name, arguments) switch
        {
            ("length", [var value]) => new Operand(start, new LengthFunction(value.ToValue(cursor))),
            ("count", [var nodes]) => new Operand(start, new CountFunction(nodes.ToNodes(cursor))),
            ("value", [var nodes]) => new Operand(start, new QueryValue(nodes.ToNodes(cursor))),
            ("match" or "search", [var text, var pattern]) => new Operand(
                start,
                Test: new RegexpFunction(text.ToValue(cursor), pattern.ToValue(cursor), name == "search")
            ),
            ("length" or "count" or "value", _) => throw cursor.Error($"`{name}()` has one argument.", start),
            ("match" or "search", _) => throw cursor.Error($"`{name}()` has two arguments.", start),
            _ => throw cursor.Error(
                $"`{name}()` is not a function. The functions are `length`, `count`, `match`, `search` and `value`.",
                start
            ),
        };
    }

    private static List<Operand> ParseArguments(QueryCursor cursor)
    {
        List<Operand> arguments = [];
        if (cursor.TryReadAfterBlanks(")") is not null)
        {
            return arguments;
        }

        do
        {
            cursor.SkipBlanks();
            arguments.Add(OperandParser.Parse(cursor));
        } while (cursor.TryReadAfterBlanks(",") is not null);

        cursor.SkipBlanks();
        cursor.Expect(')');
        return arguments;
    }
}
