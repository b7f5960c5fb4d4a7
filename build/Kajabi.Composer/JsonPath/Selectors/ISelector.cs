using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Selects children of a node.</summary>
internal interface ISelector
{
    /// <param name="node">The parent.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="selected">The list to which the selected children are added.</param>
    void Select(JToken node, EvaluationContext evaluation, List<JToken> selected);
}
