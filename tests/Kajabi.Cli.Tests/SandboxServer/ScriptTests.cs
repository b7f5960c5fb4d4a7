using System.Diagnostics;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A program in another language that uses the sandbox.</summary>
public sealed class ScriptTests
{
    [SkippableFact]
    public async Task A_script_of_Node_js_seeds_orders_a_429_reads_and_resets()
    {
        Process? node = StartNode("--version");
        Skip.If(node is null && Environment.GetEnvironmentVariable("CI") != "true", "Node.js is not installed.");
        node?.Dispose();
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        string script = Path.Combine(AppContext.BaseDirectory, "SandboxServer", "Scripts", "drive-sandbox.mjs");
        using Process process = StartNode(script, sandbox.Origin)!;

        Assert.Equal(new CliResult(0, "passed\n", string.Empty), await CliProcess.WaitAsync(process));
    }

    private static Process? StartNode(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
