using Kajabi.Composer.JsonPath.Limits;
using Newtonsoft.Json.Linq;

namespace Kajabi.Composer.JsonPath.Expressions;

/// <summary>Compares JSON values. Null is the special result Nothing, which only equals itself.</summary>
internal readonly struct JsonValueComparer(VisitBudget budget)
{
    private const int MaxDepth = 1_000;

    public bool AreEqual(JToken? left, JToken? right) => left is null || right is null ? left == right : AreEqual(left, right, 0);

    /// <summary>Returns whether both are numbers or both are strings, and the first one is less.</summary>
    public bool IsLess(JToken? left, JToken? right)
    {
        if ((left, right) is (JValue { Value: string first }, JValue { Value: string second }))
        {
            budget.SpendOn(first);
            return CompareCodePoints(first, second) < 0;
        }

        return NumberComparer.IsNumber(left) && NumberComparer.IsNumber(right) && NumberComparer.IsLess((JValue)left!, (JValue)right!);
    }

    private bool AreEqual(JToken left, JToken right, int depth)
    {
        budget.Spend();
        if (depth > MaxDepth)
        {
            throw new JsonPathLimitException($"The compared values are nested more than {MaxDepth} levels deep.");
        }

        return (left, right) switch
        {
            (JArray first, JArray second) => AreEqual(first, second, depth),
            (JObject first, JObject second) => AreEqual(first, second, depth),
            (JValue { Value: string first }, JValue { Value: string second }) => AreEqual(first, second),
            (JValue first, JValue second) when NumberComparer.IsNumber(first) && NumberComparer.IsNumber(second) => NumberComparer.AreEqual(
                first,
                second
            ),
            (JValue first, JValue second) => first.Type == second.Type && Equals(first.Value, second.Value),
            _ => false,
        };
    }

    private bool AreEqual(string left, string right)
    {
        budget.SpendOn(left);
        return string.Equals(left, right, StringComparison.Ordinal);
    }

    private bool AreEqual(JArray left, JArray right, int depth)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int index = 0; index < left.Count; index++)
        {
            if (!AreEqual(left[index], right[index], depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEqual(JObject left, JObject right, int depth)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach ((string name, JToken? value) in left)
        {
            if (!right.TryGetValue(name, StringComparison.Ordinal, out JToken? other) || !AreEqual(value!, other, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Compares code points. An ordinal comparison would order surrogates before U+E000.</summary>
    private static int CompareCodePoints(string left, string right)
    {
        int common = left.AsSpan().CommonPrefixLength(right);
        return common == left.Length || common == right.Length ? left.Length - right.Length : Rank(left[common]) - Rank(right[common]);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
