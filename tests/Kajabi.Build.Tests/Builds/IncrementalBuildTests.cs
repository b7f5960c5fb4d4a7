namespace Kajabi.Build.Tests.Builds;

/// <summary>Code is generated only if an input changed, and a failure of the generator fails the build.</summary>
[Collection(nameof(SequentialBuilds))]
public sealed class IncrementalBuildTests(TemporaryRepository shared)
{
    private readonly TemporaryRepository _repository = shared.Reset();

    [Fact]
    public void Code_is_generated_once_then_only_after_a_change_and_is_removed_by_clean()
    {
        Assert.Equal((0, string.Empty), Trimmed(_repository.Build()));
        string[] outputs = [_repository.Composed, _repository.Generated, _repository.Assembly];
        DateTime[] first = [.. outputs.Select(LastWriteTime)];

        Assert.Equal(0, _repository.Build("--no-restore").ExitCode);
        Assert.Equal(first, outputs.Select(LastWriteTime));

        string template = Path.Combine(_repository.Root, "build/codegen/templates/Class.New.liquid");
        (string Description, Action Apply)[] changes =
        [
            .. (
                (string[])
                    [
                        "openapi/openapi.yaml",
                        "openapi/overlay.yaml",
                        "build/codegen/templates/Class.Resource.liquid",
                        "build/codegen/kajabi.nswag",
                    ]
            ).Select(input => (input, (Action)(() => File.AppendAllText(Path.Combine(_repository.Root, input), "\n")))),
            ("a new template", () => File.WriteAllText(template, "never used")),
            ("a deleted template", () => File.Delete(template)),
        ];
        foreach ((string description, Action apply) in changes)
        {
            DateTime before = LastWriteTime(_repository.Generated);
            apply();
            (int exitCode, string output) = _repository.Generate();
            Assert.True(exitCode == 0, output);
            Assert.True(LastWriteTime(_repository.Generated) > before, $"No code was generated after a change: {description}.");
        }

        Assert.Equal(0, _repository.Run("clean", "src/Kajabi.Generated", "-nologo", "-v:q").ExitCode);
        Assert.False(File.Exists(_repository.Generated));
        Assert.False(File.Exists(_repository.Composed));
    }

    [Fact]
    public void An_error_in_the_OpenAPI_document_fails_the_build_with_its_location_but_not_a_design_time_build()
    {
        string contract = Path.Combine(_repository.Root, "openapi", "openapi.yaml");
        string[] lines = File.ReadAllLines(contract);
        int line = Array.FindIndex(
            lines,
            static text => text.Contains("#/components/schemas/blog_posts_index_response", StringComparison.Ordinal)
        );
        lines[line] = lines[line].Replace("blog_posts_index_response", "missing", StringComparison.Ordinal);
        File.WriteAllLines(contract, lines);

        (int exitCode, string output) = _repository.Build();
        (int designTime, string _) = _repository.Run(
            "msbuild",
            "src/Kajabi.Generated",
            "-t:Compile",
            $"-p:TargetFramework={TemporaryRepository.Framework}",
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
    public void An_invalid_template_fails_the_build_with_the_message_of_the_generator()
    {
        File.AppendAllText(Path.Combine(_repository.Root, "build/codegen/templates/Class.Resource.liquid"), "{% nonsense %}");
        Assert.Equal(0, _repository.Run("restore", "src/Kajabi.Generated", "-v:q").ExitCode);

        (int exitCode, string output) = _repository.Generate();

        Assert.NotEqual(0, exitCode);
        Assert.Matches("kajabi.nswag.* error KC0100: .*Class.Resource: .*nonsense", output);
        Assert.False(File.Exists(_repository.Generated));
    }

    private static (int, string) Trimmed((int ExitCode, string Output) build) =>
        (build.ExitCode, build.ExitCode == 0 ? string.Empty : build.Output);

    private static DateTime LastWriteTime(string path) => File.GetLastWriteTimeUtc(path);
}
