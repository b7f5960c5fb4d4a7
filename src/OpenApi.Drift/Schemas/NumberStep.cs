namespace OpenApi.Drift.Schemas;

/// <summary>Calculates values of <c>multipleOf</c>.</summary>
internal static class NumberStep
{
    /// <summary>Returns the least common multiple; the greater of the two if it exceeds the range of a decimal.</summary>
    /// <param name="left">The first step, greater than 0.</param>
    /// <param name="right">The second step, greater than 0.</param>
    public static decimal CommonMultiple(decimal left, decimal right)
    {
        (decimal divisor, decimal rest) = (left, right);
        while (rest != 0)
        {
            (divisor, rest) = (rest, divisor % rest);
        }

        try
        {
            return left / divisor * right;
        }
        catch (OverflowException)
        {
            return Math.Max(left, right);
        }
    }
}
