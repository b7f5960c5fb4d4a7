using Kajabi.Composer.JsonPath.Expressions;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>Parses the expression of a filter.</summary>
internal static class FilterParser
{
    // Longer operators first: `<` is a prefix of `<=`.
    private static readonly string[] s_operators = ["==", "!=", "<=", ">=", "<", ">"];

    public static ILogicalExpression Parse(QueryCursor cursor) => cursor.Nested(ParseOr);

    private static ILogicalExpression ParseOr(QueryCursor cursor)
    {
        List<ILogicalExpression> operands = ParseOperands(cursor, "||", ParseAnd);
        return operands is [var only] ? only : new OrExpression(operands);
    }

    private static ILogicalExpression ParseAnd(QueryCursor cursor)
    {
        List<ILogicalExpression> operands = ParseOperands(cursor, "&&", ParseBasic);
        return operands is [var only] ? only : new AndExpression(operands);
    }

    private static List<ILogicalExpression> ParseOperands(QueryCursor cursor, string separator, Func<QueryCursor, ILogicalExpression> parse)
    {
        List<ILogicalExpression> operands = [parse(cursor)];
        while (cursor.TryReadAfterBlanks(separator) is not null)
        {
            cursor.SkipBlanks();
            operands.Add(parse(cursor));
        }

        return operands;
    }

    private static ILogicalExpression ParseBasic(QueryCursor cursor)
    {
        bool isNegated = cursor.TryRead("!");
        if (isNegated)
        {
            cursor.SkipBlanks();
        }

        ILogicalExpression expression =
            cursor.TryRead("(") ? ParseParenthesized(cursor)
            : isNegated ? OperandParser.Parse(cursor).ToTest(cursor)
            : ParseComparisonOrTest(cursor);
        return isNegated ? new NotExpression(expression) : expression;
    }

    private static ILogicalExpression ParseParenthesized(QueryCursor cursor)
    {
        cursor.SkipBlanks();
        ILogicalExpression expression = Parse(cursor);
        cursor.SkipBlanks();
        cursor.Expect(')');
        return expression;
    }

    private static ILogicalExpression ParseComparisonOrTest(QueryCursor cursor)
    {
        Operand left = OperandParser.Parse(cursor);
        if (cursor.TryReadAfterBlanks("=~") is not null)
        {
            throw cursor.Error("`=~` is not an operator. Use `match()` or `search()`.", cursor.Offset - 2);
        }

        if (cursor.TryReadAfterBlanks(s_operators) is not { } comparison)
        {
            return left.ToTest(cursor);
        }

        cursor.SkipBlanks();
        Operand right = OperandParser.Parse(cursor);
        return new ComparisonExpression(left.ToValue(cursor), ToOperator(comparison), right.ToValue(cursor));
    }

    private static ComparisonOperator ToOperator(string text) =>
        text switch
        {
            "==" => ComparisonOperator.Equal,
            "!=" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            _ => ComparisonOperator.GreaterOrEqual,
        };
}
