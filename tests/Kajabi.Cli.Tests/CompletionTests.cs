using System.Diagnostics;

namespace Kajabi.Cli.Tests;

/// <summary>The completion of command lines, and the scripts of the shells.</summary>
public sealed class CompletionTests
{
    private static readonly Dictionary<string, string> s_empty = [];

    [Theory]
    [InlineData("li", "list,listen")]
    [InlineData("get cont", "contacts,contact_notes,contact_tags")]
    [InlineData("delete cont", "contacts,contact_notes")]
    [InlineData("list contacts --inc", "--include")]
    [InlineData("list contact --include of", "offers")]
    [InlineData("list contacts --include offers,ta", "offers,tags")]
    [InlineData("list contacts --filter has_tag", "has_tag_id=")]
    [InlineData("list contacts --fields contacts=em", "contacts=email")]
    [InlineData("list contacts --fields contacts=name,em", "contacts=name,email")]
    [InlineData("list contacts --sort -created", "-created_at")]
    [InlineData("list offers --columns id,price_in", "id,price_in_cents")]
    [InlineData("list offers --output c", "csv")]
    [InlineData("api pa", "patch")]
    [InlineData("completion z", "zsh")]
    public async Task The_directive_suggests_names_of_the_command_line(string line, string expected)
    {
        CliResult result = await InProcessCli.RunAsync(s_empty, $"[suggest:{line.Length}]", line);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        string word = line.Split(' ')[^1];
        IEnumerable<string> matching = result
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(item => item.StartsWith(word, StringComparison.Ordinal));
        Assert.Equal(expected.Split(line.Contains(',', StringComparison.Ordinal) ? '\n' : ','), matching);
    }

    [Fact]
    public async Task An_unknown_type_has_no_suggestions_and_no_error()
    {
        CliResult result = await InProcessCli.RunAsync(s_empty, "[suggest:30]", "list nonsense --include x");

        Assert.Equal((0, string.Empty, string.Empty), (result.ExitCode, result.Output.Trim(), result.Error));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _kajabi kajabi")]
    [InlineData("zsh", "compdef _kajabi kajabi")]
    [InlineData("fish", "complete -c kajabi")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task A_script_is_printed_for_each_shell(string shell, string expected)
    {
        CliResult result = await InProcessCli.RunAsync(s_empty, "completion", shell);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", result.Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("kajabi get conta", "contacts contact_notes contact_tags")]
    [InlineData("kajabi list contacts --include offers,ta", "offers,tags")]
    [InlineData("kajabi list contacts --fields contacts=em", "email")]
    [InlineData("kajabi list contacts --filter has_tag", "has_tag_id=")]
    [InlineData("kajabi lis", "list listen")]
    public async Task Bash_completes_with_the_script(string line, string expected)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no Bash.");

        // Bash sets these variables when it calls the function.
        CliResult result = await CompleteAsync(
            "bash",
            [],
            "kajabi() { dotnet exec '{program}' \"$@\"; }",
            $$"""
            compopt() { :; }
            COMP_LINE='{{line}}'; COMP_POINT={{line.Length}}; COMP_WORDS=(kajabi); COMP_CWORD=1
            _kajabi
            echo "${COMPREPLY[@]}"
            """
        );

        Assert.Equal(new CliResult(0, expected + "\n", string.Empty), result);
    }

    [SkippableTheory]
    [InlineData("kajabi get conta", "contacts contact_notes contact_tags")]
    [InlineData("kajabi list contacts --include offers,ta", "offers,tags")]
    [InlineData("kajabi list contacts --fields contacts=em", "contacts=email")]
    [InlineData("kajabi list contacts --filter has_tag", "has_tag_id=")]
    [InlineData("kajabi lis", "list listen")]
    [InlineData("kajabi api post /v1/contacts --body /dev/nul", "/dev/null")]
    public async Task Fish_completes_with_the_script(string line, string expected)
    {
        bool isInstalled = InstalledProgram.Find("fish") is not null;
        Skip.If(!isInstalled && InstalledProgram.CanBeMissing, "fish is not installed.");
        Assert.True(isInstalled, "fish is not installed.");

        // The configuration of the user could print something.
        CliResult result = await CompleteAsync(
            "fish",
            ["--no-config"],
            "function kajabi; dotnet exec '{program}' $argv; end",
            $"complete -C '{line}'"
        );

        // A tab separates a completion and its description.
        IEnumerable<string> completions = result.Output.TrimEnd('\n').Split('\n').Select(static one => one.Split('\t')[0]);
        Assert.Equal((0, expected, string.Empty), (result.ExitCode, string.Join(' ', completions), result.Error));
    }

    /// <summary>Completes a line in a shell.</summary>
    /// <param name="shell">The name of the shell.</param>
    /// <param name="options">The options of the shell.</param>
    /// <param name="function">Defines <c>kajabi</c> in the shell, as a function that runs <c>{program}</c>.</param>
    /// <param name="commands">The commands that print the completions.</param>
    private static async Task<CliResult> CompleteAsync(string shell, string[] options, string function, string commands)
    {
        CliResult script = await InProcessCli.RunAsync(s_empty, "completion", shell);
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("kajabi"), script.Output);
        string program = Path.Combine(AppContext.BaseDirectory, "kajabi.dll");
        string test = $"""
            {function.Replace("{program}", program, StringComparison.Ordinal)}
            source '{folder.File("kajabi")}'
            {commands}
            """;
        using Process process = Process.Start(
            new ProcessStartInfo(shell, [.. options, "-c", test]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        return await CliProcess.WaitAsync(process);
    }
}
