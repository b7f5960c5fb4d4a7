using System.CommandLine;
using System.CommandLine.Parsing;
using Kajabi.Cli.CommandLine;

namespace Kajabi.Cli.Tests;

/// <summary>The help without a command, and the examples of the help texts.</summary>
public sealed class HelpExampleTests
{
    private static readonly Dictionary<string, string> s_sandbox = [];

    [Fact]
    public async Task Without_arguments_the_help_is_shown()
    {
        CliResult alone = await InProcessCli.RunAsync(s_sandbox);
        CliResult help = await InProcessCli.RunAsync(s_sandbox, "--help");

        Assert.Equal((0, string.Empty), (alone.ExitCode, alone.Error));
        Assert.Equal(help.Output, alone.Output);
        Assert.Contains("Commands:", alone.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help list", "list --help")]
    public async Task The_word_help_shows_the_help(string line, string expected)
    {
        CliResult word = await InProcessCli.RunAsync(s_sandbox, line.Split(' '));

        Assert.Equal(await InProcessCli.RunAsync(s_sandbox, expected.Split(' ')), word);
        Assert.Equal((0, string.Empty), (word.ExitCode, word.Error));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_is_in_the_help_of_its_command_and_can_be_parsed(string command, string example)
    {
        RootCommand root = CliApplication.CreateRootCommand(new Terminal(TextWriter.Null, TextWriter.Null, static _ => null));
        string[] arguments = [.. CommandLineParser.SplitCommandLine(example)];

        ParseResult result = root.Parse(arguments[1..], new ParserConfiguration { ResponseFileTokenReplacer = null });

        Assert.Equal("kajabi", arguments[0]);
        Assert.Equal([], result.Errors.Select(static error => error.Message));
        Assert.True(command.Length == 0 || result.CommandResult.Command.Name == command, $"'{example}' is an example of another command.");
    }

    /// <summary>
    /// Outside of quotes, Bash, zsh and fish replace <c>[ ] * ? $ ~</c>, and PowerShell <c>@</c>, <c>$</c> and a backquote. Inside of
    /// double quotes, each of them replaces <c>$</c> or a backquote.
    /// </summary>
    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_example_means_the_same_in_every_shell(string example) =>
        Assert.Matches("""^([A-Za-z0-9_./:,=@-]|"[^"$`\\!]*"| (?![=@~]))+$""", example);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_help_text_ends_with_its_examples(string command)
    {
        CliResult help = await InProcessCli.RunAsync(s_sandbox, command.Length == 0 ? ["--help"] : [command, "--help"]);

        string[] examples = [.. GetExamples().Where(one => one.Command == command).Select(static one => $"  {one.Example}")];
        Assert.NotEmpty(examples);
        Assert.Equal(examples, help.Output.Split("Examples:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Examples that read and need neither a file nor an endpoint work in the sandbox as they are.</summary>
    [Theory]
    [MemberData(nameof(ReadingExamples))]
    public async Task Each_reading_example_works_in_the_sandbox(string example)
    {
        CliResult result = await InProcessCli.RunAsync(s_sandbox, [.. CommandLineParser.SplitCommandLine(example).Skip(1)]);

        Assert.True(result.ExitCode == 0, $"{example}: {result.Error}");
        Assert.NotEmpty(result.Output);
    }

    /// <summary>The sample data has what the examples delete, and nothing that prevents it.</summary>
    [Theory]
    [MemberData(nameof(DeletingExamples))]
    public async Task Each_deleting_example_works_in_the_sandbox(string example)
    {
        string[] arguments = [.. CommandLineParser.SplitCommandLine(example).Skip(1).Except(["--yes"]), "--yes"];

        CliResult result = await InProcessCli.RunAsync(s_sandbox, arguments);

        Assert.True(result.ExitCode == 0, $"{example}: {result.Error}");
        Assert.EndsWith(" deleted\n", result.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> DeletingExamples() =>
        [.. GetExamples().Where(static one => one.Command == "delete").Select(static one => one.Example)];

    public static TheoryData<string, string> Examples()
    {
        TheoryData<string, string> data = [];
        foreach ((string command, string example) in GetExamples())
        {
            data.Add(command, example);
        }

        return data;
    }

    public static TheoryData<string> Lines() => [.. GetExamples().Select(static one => one.Example).Distinct()];

    public static TheoryData<string> Commands() => [.. GetExamples().Select(static one => one.Command).Distinct()];

    public static TheoryData<string> ReadingExamples() =>
        [
            .. GetExamples()
                .Where(static one => one.Command is "" or "get" or "list" or "explain" or "whoami" or "completion")
                .Select(static one => one.Example)
                .Distinct(),
        ];

    private static IEnumerable<(string Command, string Example)> GetExamples()
    {
        RootCommand root = CliApplication.CreateRootCommand(new Terminal(TextWriter.Null, TextWriter.Null, static _ => null));
        return HelpExamples
            .Get(root)
            .Select(static example => (string.Empty, example))
            .Concat(root.Subcommands.SelectMany(static command => HelpExamples.Get(command).Select(example => (command.Name, example))));
    }
}
