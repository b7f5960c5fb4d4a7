namespace Kajabi.IntegrationTests.Build;

/// <summary>Generation runs when something changed, and not otherwise; a failure of it fails the build.</summary>
public sealed class IncrementalBuildTests
{
    [Fact]
    public void Generation_runs_once_then_only_for_a_change_and_is_cleaned_away()
    {
        using Workshop workshop = Workshop.Create();
        Assert.Equal((0, string.Empty), Trimmed(workshop.Build()));
        string[] outputs = [workshop.Composed, workshop.Generated, workshop.Assembly];
        DateTime[] first = [.. outputs.Select(Written)];

        Assert.Equal(0, workshop.Build("--no-restore").ExitCode);
        Assert.Equal(first, outputs.Select(Written));

        string template = Path.Combine(workshop.Root, "build/codegen/templates/Class.New.liquid");
        (string What, Action Make)[] changes =
        [
            .. (
                (string[])
                    [
                        "openapi/openapi.yaml",
                        "openapi/overlay.yaml",
                        "build/codegen/templates/Class.Resource.liquid",
                        "build/codegen/kajabi.nswag",
                    ]
            ).Select(input => (input, (Action)(() => File.AppendAllText(Path.Combine(workshop.Root, input), "\n")))),
            ("a new template", () => File.WriteAllText(template, "never used")),
            ("a template that is gone", () => File.Delete(template)),
        ];
        foreach ((string what, Action make) in changes)
        {
            DateTime before = Written(workshop.Generated);
            make();
            (int exitCode, string output) = workshop.Generate();
            Assert.True(exitCode == 0, output);
            Assert.True(Written(workshop.Generated) > before, $"A change generated nothing: {what}.");
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
        int line = Array.FindIndex(
            lines,
            static text => text.Contains("#/components/schemas/blog_posts_index_response", StringComparison.Ordinal)
        );
        lines[line] = lines[line].Replace("blog_posts_index_response", "gone", StringComparison.Ordinal);
        File.WriteAllLines(contract, lines);

        (int exitCode, string output) = workshop.Build();
        (int designTime, string _) = workshop.Run(
            "msbuild",
            "src/Kajabi.Generated",
            "-t:Compile",
            "-p:DesignTimeBuild=true",
            "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true",
            "-nologo",
            "-v:q"
        );

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"openapi.yaml({line + 1},", output, StringComparison.Ordinal);
        Assert.Contains("error KC0001", output, StringComparison.Ordinal);
        Assert.Equal(0, designTime);
    }

    [Fact]
    public void A_template_that_cannot_be_read_fails_the_build_with_the_generators_own_words()
    {
        using Workshop workshop = Workshop.Create();
        File.AppendAllText(Path.Combine(workshop.Root, "build/codegen/templates/Class.Resource.liquid"), "{% nonsense %}");
        Assert.Equal(0, workshop.Run("restore", "src/Kajabi.Generated", "-v:q").ExitCode);

        (int exitCode, string output) = workshop.Generate();

        Assert.NotEqual(0, exitCode);
        Assert.Matches("kajabi.nswag.* error KC0100: .*Class.Resource: .*nonsense", output);
        Assert.False(File.Exists(workshop.Generated));
    }

    private static (int, string) Trimmed((int ExitCode, string Output) build) =>
        (build.ExitCode, build.ExitCode == 0 ? string.Empty : build.Output);

    private static DateTime Written(string path) => File.GetLastWriteTimeUtc(path);
}
