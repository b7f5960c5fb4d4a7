using System.Diagnostics;
using Kajabi.Cli.Export;
using Kajabi.Sandbox;
using Spectre.Console;

namespace Kajabi.Cli.Tests;

/// <summary>What somebody sees who waits for an export.</summary>
public sealed class ExportProgressTests
{
    [Theory]
    [InlineData(50_000L, "contacts 1,000 of 50,000")]
    [InlineData(null, "contacts 1,000 ")]
    public async Task A_bar_shows_how_many_are_done_and_of_how_many(long? total, string shown)
    {
        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(text),
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
            }
        );
        console.Profile.Width = 100;

        await ExportProgress.ShowAsync(
            console,
            "contacts",
            progress =>
            {
                progress(1_000, total);
                return Task.CompletedTask;
            }
        );

        Assert.Contains(shown, text.ToString(), StringComparison.Ordinal);
        Assert.Contains("━", text.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_terminal_shows_the_bar()
    {
        const string Script = "/usr/bin/script";
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists(Script), "There is no 'script' here to run the command in a terminal.");
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using TemporaryFolder folder = new();
        string command =
            $"dotnet exec '{Path.Combine(AppContext.BaseDirectory, "kajabi.dll")}' export contacts --format csv --output '{folder.File("all")}' --filter site_id=3";
        ProcessStartInfo start = new(Script, ["--quiet", "--return", "--command", command, "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string value) in SandboxApi.Environment(sandbox))
        {
            start.Environment[name] = value;
        }

        start.Environment["TERM"] = "xterm-256color";
        using Process process = Process.Start(start)!;
        string seen = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("contacts 1,000 of 1,000", seen, StringComparison.Ordinal);
        Assert.Contains("100%", seen, StringComparison.Ordinal);
        Assert.Contains("\u001b[", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Into_a_file_or_a_pipe_goes_no_bar()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using TemporaryFolder folder = new();

        CliResult result = await CliProcess.RunAsync(
            SandboxApi.Environment(sandbox),
            "export",
            "contacts",
            "--format",
            "csv",
            "--output",
            folder.File("all")
        );

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Output));
        Assert.Equal($"kajabi: 61 contacts are in {folder.File("all")}.", result.Error.Trim());
    }
}
