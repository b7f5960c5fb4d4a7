namespace Kajabi.Cli.Tests;

/// <summary>Runs the command in the test process.</summary>
internal static class InProcessCli
{
    public static Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(environment, null, arguments);

    /// <summary>Runs the command with standard input for prompts.</summary>
    public static async Task<CliResult> RunAsync(
        IReadOnlyDictionary<string, string> environment,
        TextReader? input,
        params string[] arguments
    )
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = await CliApplication.RunAsync(arguments, new Terminal(output, error, environment.GetValueOrDefault, In: input));
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }
}
