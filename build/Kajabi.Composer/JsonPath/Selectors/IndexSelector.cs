using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Selects an item of an array. A negative index counts from the end.</summary>
internal sealed record IndexSelector(long Index) : ISelector
{
    public void Select(JToken node, EvaluationContext evaluation, List<JToken> selected)
    {
        evaluation.Budget.Spend();
        if (node is JArray items && (Index < 0 ? Index + items.Count : Index) is var index and >= 0 && index < items.Count)
        {
            selected.Add(items[(int)index]);
        }
    }
}
