using System.Diagnostics;

namespace Kajabi.Cli.Tests;

/// <summary>Runs the command as its own process, as a shell would.</summary>
internal static class CliProcess
{
    // Far beyond what any run takes; only a command that hangs gets there.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<CliResult> RunAsync(LoopbackApi api, params string[] arguments) => await RunAsync(api.Environment, arguments);

    public static Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(Start(environment, arguments));

    private static async Task<CliResult> RunAsync(Process process)
    {
        using Process _ = process;
        using CancellationTokenSource patience = new(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new CliResult(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs the command with redirections of the shell, such as <c>> /dev/full</c>.</summary>
    public static Task<CliResult> RunInShellAsync(
        IReadOnlyDictionary<string, string> environment,
        string redirection,
        params string[] arguments
    ) => RunAsync(Start(environment, "sh", ["-c", $"exec \"$@\" {redirection}", "sh", "dotnet", .. Arguments(arguments)]));

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(environment, "dotnet", Arguments(arguments));

    private static string[] Arguments(string[] arguments) => ["exec", Path.Combine(AppContext.BaseDirectory, "kajabi.dll"), .. arguments];

    private static Process Start(IReadOnlyDictionary<string, string> environment, string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("KAJABI_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
    }
}
