using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>A string, number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record Literal(JValue Value) : IValueExpression
{
    public JToken? Evaluate(JToken current, EvaluationContext evaluation) => Value;
}
