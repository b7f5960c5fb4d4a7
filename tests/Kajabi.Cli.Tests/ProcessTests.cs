using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kajabi.Cli.Tests;

/// <summary>Signals of the operating system and the output of the build.</summary>
public sealed class ProcessTests
{
    /// <summary>The signal of Ctrl+C.</summary>
    internal const int InterruptSignal = 2;
    internal const int TerminateSignal = 15;

    [SkippableFact]
    public async Task Ctrl_C_cancels_a_hanging_request()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        TaskCompletionSource isRequestReceived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ManualResetEventSlim isFinished = new();
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ =>
        {
            isRequestReceived.SetResult();
            isFinished.Wait();
            return new LoopbackResponse("""{"data":null}""");
        });
        using Process process = CliProcess.Start(api.Environment, "get", "contacts", "1", "--json");
        try
        {
            await isRequestReceived.Task.WaitAsync(CliProcess.Timeout);
            Assert.Equal(0, Send(InterruptSignal, process));

            Assert.Equal(new CliResult(130, string.Empty, "kajabi: canceled.\n"), await CliProcess.WaitAsync(process));
        }
        finally
        {
            isFinished.Set();
            CliProcess.Kill(process);
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-noAutoResponse", true)]
    public async Task Build_warnings_of_dotnet_run_are_not_written_to_standard_output(string option, bool isShown)
    {
        string targets = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".targets");
        await File.WriteAllTextAsync(
            targets,
            """<Project><Target Name="EmitWarning"><Warning Text="A warning of the build." /></Target></Project>"""
        );
        try
        {
            string project = Path.Combine(ReferenceFolder.RepositoryRoot(), "src", "Kajabi.Cli", "Kajabi.Cli.csproj");
            ProcessStartInfo start = new(
                "dotnet",
                [
                    "msbuild",
                    project,
                    "-nologo",
                    "-verbosity:quiet",
                    "-target:EmitWarning",
                    $"-property:CustomAfterMicrosoftCommonTargets={targets}",
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            if (option.Length > 0)
            {
                start.ArgumentList.Add(option);
            }

            using Process build = Process.Start(start)!;
            CliResult result = await CliProcess.WaitAsync(build);

            Assert.Equal((0, isShown), (result.ExitCode, result.Output.Contains("A warning of the build.", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(targets);
        }
    }

    /// <summary>Sends a signal.</summary>
    /// <returns>0 if the signal was sent.</returns>
    internal static int Send(int signal, Process process) => Kill(process.Id, signal);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
