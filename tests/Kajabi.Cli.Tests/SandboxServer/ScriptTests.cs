using System.Diagnostics;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A program in another language that uses the sandbox.</summary>
public sealed class ScriptTests
{
    [SkippableFact]
    public async Task A_script_of_Node_js_seeds_orders_a_429_reads_and_resets()
    {
        string? node = InstalledProgram.Find("node");
        Skip.If(node is null && InstalledProgram.CanBeMissing, "Node.js is not installed.");
        Assert.True(node is not null, "Node.js is not installed.");
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        string script = Path.Combine(AppContext.BaseDirectory, "SandboxServer", "Scripts", "drive-sandbox.mjs");
        using Process process = Process.Start(
            new ProcessStartInfo(node, [script, sandbox.Origin]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;

        Assert.Equal(new CliResult(0, "passed\n", string.Empty), await CliProcess.WaitAsync(process));
    }
}
