using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>An expression of a filter that is true or false (LogicalType).</summary>
internal interface ILogicalExpression
{
    /// <param name="current">The current node, <c>@</c>.</param>
    /// <param name="evaluation">The evaluation.</param>
    bool Test(JToken current, EvaluationContext evaluation);
}
