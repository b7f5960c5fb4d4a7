using System.Globalization;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>Compares measured bytes, and ratios if requested, with the budgets.</summary>
internal static class CheckCommand
{
    /// <returns>0, or 1 if a budget is exceeded.</returns>
    public static int Run(TextWriter output, bool includesRatios)
    {
        if (!OptimizedBuild.Check(output))
        {
            return 1;
        }

        List<string> failures = [];
        List<Budget> open = [.. Budgets.All];
        foreach (Scenario scenario in Scenarios.Create())
        {
            List<Budget> budgets = open.FindAll(budget => budget.Scenario == scenario.Name);
            ScenarioResult result = includesRatios
                ? Measurements.MeasureAll(scenario)
                : Measurements.MeasureBytes(scenario, contender => budgets.Exists(budget => budget.Contender == contender.Name));
            result.Write(output);
            foreach (Measurement measurement in result.Measurements)
            {
                if (budgets.Find(budget => budget.Contender == measurement.Contender) is { } budget)
                {
                    failures.AddRange(Compare(measurement, budget));
                    open.Remove(budget);
                }
            }
        }

        failures.AddRange(open.Select(static budget => $"{budget.Scenario}, {budget.Contender}: the budget was not measured."));
        failures.ForEach(output.WriteLine);
        output.WriteLine(failures.Count == 0 ? "All measured values are within the budgets." : $"{failures.Count} failures.");
        return failures.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Compare(Measurement measurement, Budget budget)
    {
        double kilobytes = measurement.Bytes / 1000.0;
        if (kilobytes > budget.Kilobytes)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{budget.Scenario}, {budget.Contender}: {kilobytes:N2} kB allocated, budget {budget.Kilobytes:N2} kB."
            );
        }

        if (measurement.Ratio > budget.Ratio * (1 + Budgets.Noise))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{budget.Scenario}, {budget.Contender}: {measurement.Ratio:0.00} x A, "
                    + $"budget {budget.Ratio:0.00} x A with a noise of {Budgets.Noise * 100:0} %."
            );
        }
    }
}
