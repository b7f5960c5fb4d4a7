namespace Kajabi.Benchmarks.Ratios;

/// <summary>Measures scenarios.</summary>
internal static class Measurements
{
    private static readonly TimeSpan s_warmUpLimit = TimeSpan.FromSeconds(8);

    // The methods were compiled in the small scenarios.
    private static readonly TimeSpan s_largeWarmUpLimit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(8);

    /// <summary>Measures the times and the allocated bytes of all contenders.</summary>
    public static ScenarioResult MeasureAll(Scenario scenario)
    {
        Prepare(scenario, scenario.Contenders);
        PairedMeasurement times = PairedMeasurement.Run(scenario.Contenders, s_time);
        return new ScenarioResult(
            scenario.Name,
            scenario.Length,
            times.BaselineTime,
            [
                .. scenario.Contenders.Select(
                    (contender, index) =>
                    {
                        (double ratio, double spread) = times.GetRatio(index);
                        return new Measurement(contender.Name, ratio, spread, MeasureBytes(scenario, contender));
                    }
                ),
            ]
        );
    }

    /// <summary>Measures the allocated bytes of some contenders.</summary>
    public static ScenarioResult MeasureBytes(Scenario scenario, Func<Contender, bool> isMeasured)
    {
        IReadOnlyList<Contender> contenders = [.. scenario.Contenders.Where(isMeasured)];
        Prepare(scenario, contenders);
        return new ScenarioResult(
            scenario.Name,
            scenario.Length,
            null,
            [.. contenders.Select(contender => new Measurement(contender.Name, null, 0, MeasureBytes(scenario, contender)))]
        );
    }

    private static bool IsLarge(Scenario scenario) => scenario.Length > 1_000_000;

    private static void Prepare(Scenario scenario, IReadOnlyList<Contender> contenders)
    {
        ResultComparison.Verify(scenario);
        WarmUp.Run(contenders, IsLarge(scenario) ? s_largeWarmUpLimit : s_warmUpLimit);
    }

    private static long MeasureBytes(Scenario scenario, Contender contender) =>
        AllocationMeasurement.Measure(contender, samples: IsLarge(scenario) ? 3 : 15);
}
