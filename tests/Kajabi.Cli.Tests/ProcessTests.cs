using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kajabi.Cli.Tests;

/// <summary>What the operating system and the build have to do with the command.</summary>
public sealed class ProcessTests
{
    private const int InterruptSignal = 2;

    [SkippableFact]
    public async Task Ctrl_C_ends_a_call_that_hangs()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        TaskCompletionSource isCalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ManualResetEventSlim isOver = new();
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ =>
        {
            isCalled.SetResult();
            isOver.Wait();
            return new LoopbackAnswer("""{"data":null}""");
        });
        using Process process = CliProcess.Start(api.Environment, "get", "contacts", "1", "--json");
        try
        {
            await isCalled.Task;
            Assert.Equal(0, Interrupt(process));
            string output = await process.StandardOutput.ReadToEndAsync();
            string error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();

            Assert.Equal((130, string.Empty, "kajabi: cancelled."), (process.ExitCode, output, error.Trim()));
        }
        finally
        {
            isOver.Set();
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-noAutoResponse", true)]
    public async Task Warnings_of_the_build_that_dotnet_run_starts_stay_off_standard_output(string option, bool isShown)
    {
        string targets = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".targets");
        await File.WriteAllTextAsync(
            targets,
            """<Project><Target Name="WarnOfSomething"><Warning Text="The build has a remark." /></Target></Project>"""
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
                    "-target:WarnOfSomething",
                    $"-property:CustomAfterMicrosoftCommonTargets={targets}",
                ]
            )
            {
                RedirectStandardOutput = true,
            };
            if (option.Length > 0)
            {
                start.ArgumentList.Add(option);
            }

            using Process build = Process.Start(start)!;
            string output = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();

            Assert.Equal((0, isShown), (build.ExitCode, output.Contains("The build has a remark.", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(targets);
        }
    }

    /// <summary>Presses Ctrl+C.</summary>
    /// <returns>0 when the signal was sent.</returns>
    internal static int Interrupt(Process process) => Kill(process.Id, InterruptSignal);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
