using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>Operands with <c>&amp;&amp;</c> between them.</summary>
internal sealed record AndExpression(IReadOnlyList<ILogicalExpression> Operands) : ILogicalExpression
{
    public bool Test(JToken current, EvaluationContext evaluation) => Operands.All(operand => operand.Test(current, evaluation));
}
