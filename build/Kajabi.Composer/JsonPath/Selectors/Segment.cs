using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Applies selectors to a node or, with <c>..</c>, to the node and all its descendants.</summary>
/// <param name="IncludesDescendants">Whether the segment is a descendant segment.</param>
/// <param name="Selectors">The selectors.</param>
internal sealed record Segment(bool IncludesDescendants, IReadOnlyList<ISelector> Selectors)
{
    /// <summary>Gets whether the segment selects at most one node.</summary>
    public bool IsSingular => !IncludesDescendants && Selectors is [NameSelector or IndexSelector];

    /// <summary>Applies each segment to the nodes that the previous segment selected.</summary>
    public static IReadOnlyList<JToken> SelectAll(IEnumerable<Segment> segments, JToken start, EvaluationContext evaluation)
    {
        List<JToken> nodes = [start];
        foreach (Segment segment in segments)
        {
            List<JToken> selected = [];
            foreach (JToken node in nodes)
            {
                segment.Select(node, evaluation, selected);
            }

            nodes = selected;
        }

        return nodes;
    }

    private void Select(JToken node, EvaluationContext evaluation, List<JToken> selected)
    {
        if (!IncludesDescendants)
        {
            ApplySelectors(node, evaluation, selected);
            return;
        }

        // Parents before their children, and without recursion, because documents can be nested deeply.
        Stack<JToken> remaining = new([node]);
        while (remaining.TryPop(out JToken? next))
        {
            evaluation.Budget.Spend();
            ApplySelectors(next, evaluation, selected);
            foreach (JToken child in NodeChildren.Get(next).Reverse())
            {
                remaining.Push(child);
            }
        }
    }

    private void ApplySelectors(JToken node, EvaluationContext evaluation, List<JToken> selected)
    {
        foreach (ISelector selector in Selectors)
        {
            selector.Select(node, evaluation, selected);
        }
    }
}
