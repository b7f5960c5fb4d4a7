using Kajabi.Composer.JsonPath.Expressions;
using Kajabi.Composer.JsonPath.Limits;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Functions;

/// <summary><c>length()</c>: the number of code points, items or members; Nothing for other values.</summary>
internal sealed record LengthFunction(IValueExpression Argument) : IValueExpression
{
    public JToken? Evaluate(JToken current, EvaluationContext evaluation) =>
        Argument.Evaluate(current, evaluation) switch
        {
            JValue { Value: string text } => new JValue(CountCodePoints(text, evaluation.Budget)),
            JContainer children and (JArray or JObject) => new JValue(children.Count),
            _ => null,
        };

    private static int CountCodePoints(string text, VisitBudget budget)
    {
        budget.SpendOn(text);
        int count = text.Length;
        for (int index = 1; index < text.Length; index++)
        {
            count -= char.IsSurrogatePair(text[index - 1], text[index]) ? 1 : 0;
        }

        return count;
    }
}
