using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>Compares two values as defined by RFC 9535, section 2.3.5.2.2.</summary>
internal sealed record ComparisonExpression(IValueExpression Left, ComparisonOperator Operator, IValueExpression Right) : ILogicalExpression
{
    public bool Test(JToken current, EvaluationContext evaluation)
    {
        JToken? left = Left.Evaluate(current, evaluation);
        JToken? right = Right.Evaluate(current, evaluation);
        JsonValueComparer comparer = new(evaluation.Budget);
        return Operator switch
        {
            ComparisonOperator.Equal => comparer.AreEqual(left, right),
            ComparisonOperator.NotEqual => !comparer.AreEqual(left, right),
            ComparisonOperator.Less => comparer.IsLess(left, right),
            ComparisonOperator.LessOrEqual => comparer.IsLess(left, right) || comparer.AreEqual(left, right),
            ComparisonOperator.Greater => comparer.IsLess(right, left),
            _ => comparer.IsLess(right, left) || comparer.AreEqual(left, right),
        };
    }
}
