namespace Kajabi.Benchmarks.Ratios;

/// <summary>A document or body, and the contenders that read or write it.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Length">The length of the text in characters.</param>
/// <param name="Contenders">The contenders. The first is the baseline A, such as a pass of a JsonTextReader over the text.</param>
internal sealed record Scenario(string Name, int Length, IReadOnlyList<Contender> Contenders);
