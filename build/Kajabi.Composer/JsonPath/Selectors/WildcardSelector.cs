using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Selects all children: <c>*</c>.</summary>
internal sealed record WildcardSelector : ISelector
{
    public void Select(JToken node, EvaluationContext evaluation, List<JToken> selected)
    {
        foreach (JToken child in NodeChildren.Get(node))
        {
            evaluation.Budget.Spend();
            selected.Add(child);
        }
    }
}
