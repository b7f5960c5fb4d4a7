using System.Text.RegularExpressions;
using Kajabi.Build.Tests.Builds;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Contributing;

/// <summary>The texts for contributors name existing files and tasks.</summary>
public sealed partial class ContributingTests
{
    private static readonly string s_root = ReferenceFolder.RepositoryRoot();

    private static readonly string s_script = File.ReadAllText(Path.Combine(s_root, "build", "dev"));

    private static readonly string[] s_texts =
    [
        "CONTRIBUTING.md",
        "SECURITY.md",
        ".github/pull_request_template.md",
        ".github/workflows/ci.yml",
        ".github/workflows/nightly.yml",
        ".github/workflows/release.yml",
    ];

    [Fact]
    public void Every_path_in_the_texts_exists()
    {
        string[] paths =
        [
            .. Texts()
                .SelectMany(static text => CodePath().Matches(text))
                .Select(static match => match.Groups["path"].Value)
                .Where(static path => !path.Contains("...", StringComparison.Ordinal)),
        ];

        Assert.Contains("build/Kajabi.Composer", paths);
        Assert.DoesNotContain(paths, static path => !Exists(path));
    }

    [Fact]
    public void The_help_lists_every_task()
    {
        (int exitCode, string help) = ProgramRunner.Run(s_root, "bash", "build/dev", "help");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            TaskCase().Matches(s_script).Select(static match => match.Groups["task"].Value).Order(StringComparer.Ordinal),
            HelpLine().Matches(help).Select(static match => match.Groups["task"].Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_task_in_the_texts_exists()
    {
        string[] tasks =
        [
            .. Texts().SelectMany(static text => TaskCall().Matches(text)).Select(static match => match.Groups["task"].Value),
        ];

        Assert.Contains("pack", tasks);
        Assert.Subset(TaskCase().Matches(s_script).Select(static match => match.Groups["task"].Value).ToHashSet(), tasks.ToHashSet());
    }

    [Theory]
    [InlineData("no-task")]
    [InlineData("drift")]
    public void A_wrong_call_is_a_usage_error(string task)
    {
        (int exitCode, string output) = ProgramRunner.Run(s_root, "bash", "build/dev", task);

        Assert.Equal(2, exitCode);
        Assert.Contains("bash build/dev help", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_task_updates_every_generated_list()
    {
        IEnumerable<string> variables = Directory
            .EnumerateFiles(Path.Combine(s_root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => UpdateVariable().Matches(File.ReadAllText(file)))
            .Select(static match => match.Value)
            .Distinct();

        Assert.Contains("KAJABI_UPDATE_API", variables);
        Assert.DoesNotContain(variables, static variable => !s_script.Contains(variable, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts() => s_texts.Select(static name => File.ReadAllText(Path.Combine(s_root, name)));

    private static bool Exists(string path) =>
        path.Contains('*', StringComparison.Ordinal)
            ? Directory.EnumerateFileSystemEntries(Path.Combine(s_root, Path.GetDirectoryName(path)!), Path.GetFileName(path)).Any()
            : Path.Exists(Path.Combine(s_root, path));

    [GeneratedRegex(@"`(?<path>(?:\.ci|\.github|build|docs|openapi|src|tests)/[^`\s<]*)`")]
    private static partial Regex CodePath();

    [GeneratedRegex(@"\bbash build/dev (?<task>[a-z][a-z0-9-]*)")]
    private static partial Regex TaskCall();

    [GeneratedRegex(@"^  (?<task>[a-z][a-z0-9-]*)(?: \|[^)]*)?\)", RegexOptions.Multiline)]
    private static partial Regex TaskCase();

    [GeneratedRegex(@"^  (?<task>[a-z][a-z0-9-]*) ", RegexOptions.Multiline)]
    private static partial Regex HelpLine();

    [GeneratedRegex("KAJABI_UPDATE_[A-Z]+")]
    private static partial Regex UpdateVariable();
}
