namespace Kajabi.Benchmarks.Ratios;

/// <summary>What a contender may need in a scenario.</summary>
/// <param name="Scenario">The name of the scenario.</param>
/// <param name="Contender">The name of the contender.</param>
/// <param name="Kilobytes">The maximum of allocated bytes, in units of 1,000.</param>
/// <param name="Ratio">The maximum time, relative to the baseline A.</param>
internal sealed record Budget(string Scenario, string Contender, double Kilobytes, double Ratio);
