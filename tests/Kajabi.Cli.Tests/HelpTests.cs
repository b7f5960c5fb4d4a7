namespace Kajabi.Cli.Tests;

/// <summary>The help texts.</summary>
public sealed class HelpTests
{
    private static readonly string[] s_commands =
    [
        "get",
        "list",
        "export",
        "sync",
        "explain",
        "create",
        "update",
        "delete",
        "tag",
        "untag",
        "grant",
        "revoke",
        "listen",
        "trigger",
        "sandbox",
        "api",
        "whoami",
        "completion",
    ];

    [Fact]
    public async Task The_help_names_every_command_and_the_exit_codes()
    {
        CliResult result = await CliProcess.RunAsync(new Dictionary<string, string>(), "--help");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(
            s_commands,
            result
                .Output.Split("Commands:")[1]
                .Split("Examples:")[0]
                .Split('\n')
                .Where(static line => line.Length > 2 && char.IsAsciiLetter(line[2]))
                .Select(static line => line.Trim().Split(' ')[0])
        );
        Assert.Contains("Exit codes: 0 success", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_and_JSON_output(string command)
    {
        CliResult result = await InProcessCli.RunAsync(new Dictionary<string, string>(), command, "--help");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));

        // Their output is not made of resources: the body of a response, and a script.
        if (command is "api" or "completion")
        {
            Assert.DoesNotContain("--json", result.Output, StringComparison.Ordinal);
            return;
        }

        Assert.Contains("--json", result.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing else is written to standard output", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_README_names_every_command(string command)
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(ReferenceFolder.RepositoryRoot(), "README.md"));

        Assert.True(readme.Contains($"`{command}`", StringComparison.Ordinal), $"README.md does not name '{command}'.");
    }

    public static TheoryData<string> Commands() => [.. s_commands];
}
