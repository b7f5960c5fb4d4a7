using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>An expression of a filter whose result is a value (ValueType).</summary>
internal interface IValueExpression
{
    /// <summary>Returns the value; null for the special result Nothing, in contrast to a token with the JSON value null.</summary>
    /// <param name="current">The current node, <c>@</c>.</param>
    /// <param name="evaluation">The evaluation.</param>
    JToken? Evaluate(JToken current, EvaluationContext evaluation);
}
