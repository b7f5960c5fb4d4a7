namespace Kajabi.Benchmarks.Ratios;

/// <summary>Makes sure that all contenders of a scenario have the same result, so that their times can be compared.</summary>
internal static class ResultComparison
{
    /// <exception cref="InvalidOperationException">Two results differ; the message contains the first different line.</exception>
    public static void Verify(Scenario scenario)
    {
        List<(string Name, string[] Lines)> results =
        [
            .. scenario
                .Contenders.Where(static contender => contender.Describe is not null)
                .Select(static contender => (contender.Name, contender.Describe!(contender.Run()).Split('\n'))),
        ];
        (string firstName, string[] first) = results[0];
        foreach ((string name, string[] lines) in results.Skip(1))
        {
            if (!lines.SequenceEqual(first))
            {
                int index = first.Zip(lines).TakeWhile(static pair => pair.First == pair.Second).Count();
                throw new InvalidOperationException(
                    $"""
                    {scenario.Name}: the results differ at line {index + 1} of {first.Length} and {lines.Length}.
                    {firstName}: {first.ElementAtOrDefault(index)}
                    {name}: {lines.ElementAtOrDefault(index)}
                    """
                );
            }
        }
    }
}
