namespace Kajabi.Cli.Tests;

/// <summary>Runs the command within the test, where what is tested does not need a process.</summary>
internal static class InProcess
{
    public static Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(environment, null, arguments);

    /// <summary>The same with somebody to ask.</summary>
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
