using Newtonsoft.Json.Linq;
using OpenApi.Documents.Elements;

namespace OpenApi.Drift.Schemas;

/// <summary>A minimum or maximum.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsExclusive">Whether the number itself is excluded.</param>
internal sealed record NumberBound(decimal Value, bool IsExclusive)
{
    /// <summary>Returns the stricter of two lower bounds.</summary>
    public static NumberBound? Greater(NumberBound? left, NumberBound? right) => Stronger(left, right, sign: 1);

    /// <summary>Returns the stricter of two upper bounds.</summary>
    public static NumberBound? Less(NumberBound? left, NumberBound? right) => Stronger(left, right, sign: -1);

    /// <summary>Returns the equivalent inclusive bound for integers, if a decimal can represent it.</summary>
    /// <param name="step">1 for a lower bound, -1 for an upper one.</param>
    public NumberBound ForIntegers(int step)
    {
        decimal whole = step > 0 ? decimal.Ceiling(Value) : decimal.Floor(Value);

        // The integer after the greatest decimal is not a decimal, so this bound remains exclusive.
        return whole is decimal.MinValue or decimal.MaxValue
            ? this
            : new NumberBound(whole == Value && IsExclusive ? whole + step : whole, IsExclusive: false);
    }

    public override string ToString() => CanonicalJson.Format(new JValue(Value)) + (IsExclusive ? " excluded" : string.Empty);

    private static NumberBound? Stronger(NumberBound? left, NumberBound? right, int sign)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        int order = left.Value.CompareTo(right.Value) * sign;
        return order > 0 || (order == 0 && left.IsExclusive) ? left : right;
    }
}
