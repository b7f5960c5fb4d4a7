using Kajabi.Tests;

namespace Kajabi.Build.Tests.Builds;

/// <summary>The SDK does not allocate more than its budgets.</summary>
[Collection(nameof(SequentialBuilds))]
public sealed class BytesBudgetTests
{
    [Fact]
    public void No_scenario_of_the_benchmarks_exceeds_its_budget_of_bytes()
    {
        // Only optimized code allocates what users see, so the benchmarks use profiles, which .ci/run turns off. The build of the tests
        // restored the packages and ran the analyzers.
        const string Project = "tests/Kajabi.Generated.Benchmarks";
        string arguments = $"run -c Release --no-restore -p:RunAnalyzers=false -e DOTNET_TieredPGO=1 --project {Project} -- check --bytes";

        (int exitCode, string output) = ProgramRunner.Run(ReferenceFolder.RepositoryRoot(), "dotnet", arguments.Split(' '));

        Assert.True(exitCode == 0, output);
        Assert.Contains("All measured values are within the budgets.", output, StringComparison.Ordinal);
    }
}
