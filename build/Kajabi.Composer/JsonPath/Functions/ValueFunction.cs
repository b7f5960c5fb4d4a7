using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Functions;

/// <summary><c>value()</c>: the value of the selected node; Nothing if there is not exactly one.</summary>
internal sealed record ValueFunction(FilterQuery Argument) : IValueExpression
{
    public JToken? Evaluate(JToken current, Evaluation evaluation) => Argument.Select(current, evaluation) is [var node] ? node : null;
}
