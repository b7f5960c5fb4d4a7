using System.CommandLine;

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

    /// <summary>The options have half of the width in the help, and longer ones are broken within a word.</summary>
    [Fact]
    public void Options_fit_into_the_help_at_60_columns()
    {
        RootCommand root = CliApplication.CreateRootCommand(new Terminal(TextWriter.Null, TextWriter.Null, static _ => null));

        Assert.DoesNotContain(
            root.Subcommands.SelectMany(static command => command.Options.Select(static option => $"{option.Name} <{option.HelpName}>")),
            static option => option.Length > 28
        );
    }

    [Fact]
    public async Task A_command_without_requests_has_no_option_that_prints_them()
    {
        foreach (string command in s_commands)
        {
            CliResult help = await InProcessCli.RunAsync(new Dictionary<string, string>(), command, "--help");

            Assert.Equal(
                command is not ("explain" or "sandbox" or "completion"),
                help.Output.Contains("--verbose", StringComparison.Ordinal)
            );
        }
    }

    public static TheoryData<string> Commands() => [.. s_commands];
}
