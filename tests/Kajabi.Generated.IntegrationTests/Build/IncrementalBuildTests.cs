namespace Kajabi.IntegrationTests.Build;

/// <summary>Generation runs when something changed, and not otherwise; a failure of it fails the build.</summary>
public sealed class IncrementalBuildTests
{
    [Fact]
    public void Generation_runs_once_then_only_for_a_change_and_is_cleaned_away()
    {
        using Workshop workshop = Workshop.Create();
        Assert.Equal((0, string.Empty), Trimmed(workshop.Build()));
        DateTime first = Written(workshop.Generated);

        Assert.Equal(0, workshop.Build("--no-restore").ExitCode);
        Assert.Equal(first, Written(workshop.Generated));

        foreach (string input in (string[])["openapi/openapi.yaml", "openapi/overlay.yaml", "build/codegen/templates/Class.Resource.liquid", "build/codegen/kajabi.nswag"])
        {
            DateTime before = Written(workshop.Generated);
            File.AppendAllText(Path.Combine(workshop.Root, input), "\n");
            Assert.Equal(0, workshop.Build("--no-restore").ExitCode);
            Assert.True(Written(workshop.Generated) > before, $"A change of {input} generated nothing.");
        }

        Assert.Equal(0, workshop.Run("clean", "src/Kajabi.Generated", "-nologo", "-v:q").ExitCode);
        Assert.False(File.Exists(workshop.Generated));
        Assert.False(File.Exists(workshop.Composed));
    }

    [Fact]
    public void A_defect_in_the_contract_fails_the_build_with_its_place_and_a_design_time_build_goes_on()
    {
        using Workshop workshop = Workshop.Create();
        string contract = Path.Combine(workshop.Root, "openapi", "openapi.yaml");
        string[] lines = File.ReadAllLines(contract);
        int line = Array.FindIndex(lines, static text => text.Contains("#/components/schemas/blog_posts_index_response", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("blog_posts_index_response", "gone", StringComparison.Ordinal);
        File.WriteAllLines(contract, lines);

        (int exitCode, string output) = workshop.Build();
        (int designTime, string _) = workshop.Run("msbuild", "src/Kajabi.Generated", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-nologo", "-v:q");

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"openapi.yaml({line + 1},", output, StringComparison.Ordinal);
        Assert.Contains("error KC0001", output, StringComparison.Ordinal);
        Assert.Equal(0, designTime);
    }

    private static (int, string) Trimmed((int ExitCode, string Output) build) => (build.ExitCode, build.ExitCode == 0 ? string.Empty : build.Output);

    private static DateTime Written(string path) => File.GetLastWriteTimeUtc(path);
}
