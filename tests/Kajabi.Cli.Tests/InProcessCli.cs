namespace Kajabi.Cli.Tests;

/// <summary>Runs the command in the test process.</summary>
internal static class InProcessCli
{
    // Much longer than any run, so that only a command that never ends reaches it.
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);

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
        using CancellationTokenSource timeout = new(s_timeout);
        int exitCode = await CliApplication.RunAsync(
            arguments,
            new Terminal(output, error, environment.GetValueOrDefault, In: input),
            timeout.Token
        );
        Assert.False(timeout.IsCancellationRequested, $"'kajabi {string.Join(' ', arguments)}' did not end. It wrote: {output}{error}");
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }
}
