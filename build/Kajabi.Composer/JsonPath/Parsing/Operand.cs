using Kajabi.Composer.JsonPath.Expressions;

namespace Kajabi.Composer.JsonPath.Parsing;

/// <summary>
/// A literal, query or function whose use decides which type it must have (the types of function expressions, RFC 9535, section 2.4.1).
/// </summary>
/// <param name="Offset">Its position.</param>
/// <param name="Value">The operand as a value, or null.</param>
/// <param name="Query">The operand as a query, or null.</param>
/// <param name="Test">The operand as a test, or null.</param>
internal sealed record Operand(int Offset, IValueExpression? Value = null, FilterQuery? Query = null, ILogicalExpression? Test = null)
{
    public static Operand FromQuery(int offset, FilterQuery query) =>
        new(offset, query.IsSingular ? new QueryValue(query) : null, query, query);

    public IValueExpression ToValue(QueryCursor cursor) =>
        Value
        ?? throw cursor.Error(
            Query is null
                ? "The result of this function is true or false, which cannot be compared or used as a value."
                : "This query can select more than one node, so it has no value. Use only names and indexes, or `value()`.",
            Offset
        );

    public FilterQuery ToNodes(QueryCursor cursor) => Query ?? throw cursor.Error("The argument must be a query.", Offset);

    public ILogicalExpression ToTest(QueryCursor cursor) =>
        Test ?? throw cursor.Error("A literal, and a function that returns a value, must be compared.", Offset);
}
