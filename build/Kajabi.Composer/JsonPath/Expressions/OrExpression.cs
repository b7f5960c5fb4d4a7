using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>Operands with <c>||</c> between them.</summary>
internal sealed record OrExpression(IReadOnlyList<ILogicalExpression> Operands) : ILogicalExpression
{
    public bool Test(JToken current, EvaluationContext evaluation) => Operands.Any(operand => operand.Test(current, evaluation));
}
