using Kajabi.Composer.JsonPath.Expressions;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Selectors;

/// <summary>Selects items of an array: <c>start:end:step</c>, with the default values of RFC 9535, section 2.3.4.2.</summary>
internal sealed record SliceSelector(long? Start, long? End, long Step) : ISelector
{
    public void Select(JToken node, EvaluationContext evaluation, List<JToken> selected)
    {
        evaluation.Budget.Spend();
        if (node is not JArray items || Step == 0)
        {
            return;
        }

        (long first, long limit) = Step > 0 ? Forwards(items.Count) : Backwards(items.Count);
        for (long index = first; Step > 0 ? index < limit : index > limit; index += Step)
        {
            evaluation.Budget.Spend();
            selected.Add(items[(int)index]);
        }
    }

    private (long First, long Limit) Forwards(int count) =>
        (Math.Clamp(Normalize(Start ?? 0, count), 0, count), Math.Clamp(Normalize(End ?? count, count), 0, count));

    private (long First, long Limit) Backwards(int count) =>
        (
            Math.Clamp(Normalize(Start ?? count - 1, count), -1, count - 1),
            End is { } end ? Math.Clamp(Normalize(end, count), -1, count - 1) : -1
        );

    private static long Normalize(long index, int count) => index >= 0 ? index : index + count;
}
