using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Selects a member of an object: <c>['name']</c> or <c>.name</c>.</summary>
internal sealed record NameSelector(string Name) : ISelector
{
    public void Select(JToken node, EvaluationContext evaluation, List<JToken> selected)
    {
        evaluation.Budget.Spend();
        if (node is JObject members && members.TryGetValue(Name, StringComparison.Ordinal, out JToken? value))
        {
            selected.Add(value);
        }
    }
}
