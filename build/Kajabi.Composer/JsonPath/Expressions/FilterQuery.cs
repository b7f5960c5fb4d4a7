using Kajabi.Composer.JsonPath.Selectors;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>A query within a filter (NodesType). As a test, it is true if it selects a node.</summary>
/// <param name="IsRelative">Whether it starts at the current node (<c>@</c>) instead of the root (<c>$</c>).</param>
/// <param name="Segments">The segments.</param>
internal sealed record FilterQuery(bool IsRelative, IReadOnlyList<Segment> Segments) : ILogicalExpression
{
    /// <summary>Gets whether the query selects at most one node, so that its value can be compared.</summary>
    public bool IsSingular => Segments.All(static segment => segment.IsSingular);

    public IReadOnlyList<JToken> Select(JToken current, EvaluationContext evaluation) =>
        Segment.SelectAll(Segments, IsRelative ? current : evaluation.Root, evaluation);

    public bool Test(JToken current, EvaluationContext evaluation) => Select(current, evaluation).Count > 0;
}
