namespace Kajabi.Contract.Drift.Comparison;

/// <summary>The limits of a comparison. Two contracts of 10,000 operations stay well below them.</summary>
internal static class WorkLimits
{
    /// <summary>The number of changes inside schemas, counted on every path that leads to them.</summary>
    public const int MaxChanges = 200_000;

    /// <summary>The total length of their paths.</summary>
    public const int MaxPathCharacters = 50_000_000;

    /// <summary>The number of findings of a report.</summary>
    public const int MaxFindings = 1_000_000;
}
