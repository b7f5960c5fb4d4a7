using System.Runtime.InteropServices;

namespace Kajabi.Benchmarks.Ratios;

/// <summary>Prints the times of all contenders relative to the baseline, and the bytes that they allocate.</summary>
internal static class RatiosCommand
{
    public static int Run(TextWriter output)
    {
        if (!OptimizedBuild.Check(output))
        {
            return 1;
        }

        output.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors");
        output.WriteLine();
        foreach (Scenario scenario in Scenarios.Create())
        {
            Measurements.MeasureAll(scenario).Write(output);
        }

        return 0;
    }
}
