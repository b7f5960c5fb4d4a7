namespace OpenApi.Drift.Comparison;

/// <summary>The limits of a comparison. Two documents of 10,000 operations stay well below them.</summary>
internal static class WorkLimits
{
    /// <summary>The maximum number of changes in schemas that are collected for each path to them. Beyond, they are grouped.</summary>
    public const int MaxChanges = 200_000;

    /// <summary>The maximum total length of their paths.</summary>
    public const int MaxPathCharacters = 50_000_000;

    /// <summary>The maximum number of findings in a report.</summary>
    public const int MaxFindings = 1_000_000;
}
