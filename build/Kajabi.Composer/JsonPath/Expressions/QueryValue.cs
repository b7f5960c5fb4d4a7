using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>The value of the node that a query selects; Nothing if there is not exactly one. Also the function <c>value()</c>.</summary>
internal sealed record QueryValue(FilterQuery Query) : IValueExpression
{
    public JToken? Evaluate(JToken current, EvaluationContext evaluation) => Query.Select(current, evaluation) is [var node] ? node : null;
}
