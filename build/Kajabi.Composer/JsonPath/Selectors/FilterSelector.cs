using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Selects the children for which an expression is true: <c>?expression</c>.</summary>
internal sealed record FilterSelector(ILogicalExpression Expression) : ISelector
{
    public void Select(JToken node, EvaluationContext evaluation, List<JToken> selected)
    {
        foreach (JToken child in NodeChildren.Get(node))
        {
            evaluation.Budget.Spend();
            if (Expression.Test(child, evaluation))
            {
                selected.Add(child);
            }
        }
    }
}
