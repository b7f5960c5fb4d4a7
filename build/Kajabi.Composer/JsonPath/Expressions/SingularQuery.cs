using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>The value of the node that a query selects.</summary>
internal sealed record SingularQuery(FilterQuery Query) : IValueExpression
{
    public JToken? Evaluate(JToken current, Evaluation evaluation) => Query.Select(current, evaluation) is [var node] ? node : null;
}
