namespace Kajabi.Benchmarks.Ratios;

/// <summary>The result of a contender.</summary>
/// <param name="Contender">The name of the contender.</param>
/// <param name="Ratio">The median time, relative to the baseline A. Null if it was not measured.</param>
/// <param name="Spread">Half of the distance between the quartiles of the ratio, relative to the median.</param>
/// <param name="Bytes">The median number of allocated bytes.</param>
internal sealed record Measurement(string Contender, double? Ratio, double Spread, long Bytes);
