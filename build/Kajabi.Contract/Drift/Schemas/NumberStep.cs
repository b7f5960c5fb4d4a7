namespace Kajabi.Contract.Drift.Schemas;

/// <summary>What <c>multipleOf</c> counts in.</summary>
internal static class NumberStep
{
    /// <summary>The step of the numbers that are multiples of both; the greater of the two where no decimal can hold it.</summary>
    /// <param name="left">One step, above 0.</param>
    /// <param name="right">The other, above 0.</param>
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
