using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>An expression after <c>!</c>.</summary>
internal sealed record NotExpression(ILogicalExpression Operand) : ILogicalExpression
{
    public bool Test(JToken current, EvaluationContext evaluation) => !Operand.Test(current, evaluation);
}
