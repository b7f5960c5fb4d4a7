using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Functions;

/// <summary><c>count()</c>: the number of selected nodes.</summary>
internal sealed record CountFunction(FilterQuery Argument) : IValueExpression
{
    public JToken? Evaluate(JToken current, EvaluationContext evaluation) => new JValue(Argument.Select(current, evaluation).Count);
}
