using System.Diagnostics;

namespace Kajabi.Cli.Tests;

/// <summary>Runs the command in a separate process.</summary>
internal static class CliProcess
{
    // Much longer than any run, so that only a command that hangs reaches it.
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public static async Task<CliResult> RunAsync(LoopbackApi api, params string[] arguments) => await RunAsync(api.Environment, arguments);

    public static Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(Start(environment, arguments));

    private static async Task<CliResult> RunAsync(Process process)
    {
        using Process _ = process;
        return await WaitAsync(process);
    }

    /// <summary>
    /// Waits until a process ends, and returns what it wrote. One that does not end in time is killed with the processes that it started.
    /// </summary>
    /// <param name="process">A process whose standard output and standard error are redirected.</param>
    public static async Task<CliResult> WaitAsync(Process process)
    {
        using CancellationTokenSource timeout = new(Timeout);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new CliResult(process.ExitCode, await output, await error);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Kills a process that has not ended, and those that it started.</summary>
    public static void Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs the command in a shell with redirections, such as <c>> /dev/full</c>.</summary>
    public static Task<CliResult> RunInShellAsync(
        IReadOnlyDictionary<string, string> environment,
        string redirection,
        params string[] arguments
    ) => RunAsync(Start(environment, "sh", ["-c", $"exec \"$@\" {redirection}", "sh", "dotnet", .. GetArguments(arguments)]));

    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(environment, "dotnet", GetArguments(arguments));

    private static string[] GetArguments(string[] arguments) =>
        ["exec", Path.Combine(AppContext.BaseDirectory, "kajabi.dll"), .. arguments];

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
