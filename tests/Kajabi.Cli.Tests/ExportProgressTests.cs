using System.Diagnostics;
using Kajabi.Cli.Export;
using Kajabi.Sandbox;
using Spectre.Console;

namespace Kajabi.Cli.Tests;

/// <summary>The progress bar of an export.</summary>
public sealed class ExportProgressTests
{
    [Theory]
    [InlineData(50_000L, "contacts 1,000 of 50,000")]
    [InlineData(null, "contacts 1,000 ")]
    public async Task The_bar_shows_the_count_and_the_total(long? total, string expected)
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

        Assert.Contains(expected, text.ToString(), StringComparison.Ordinal);
        Assert.Contains("━", text.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_terminal_shows_the_bar()
    {
        const string Script = "/usr/bin/script";
        Skip.IfNot(
            OperatingSystem.IsLinux() && File.Exists(Script),
            "The program 'script', which runs the command in a terminal, is not installed."
        );
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using TemporaryFolder folder = new();
        string command =
            $"dotnet exec '{Path.Combine(AppContext.BaseDirectory, "kajabi.dll")}' export contacts --format csv "
            + $"--output '{folder.File("all")}' --filter site_id=3";
        ProcessStartInfo start = new(Script, ["--quiet", "--return", "--command", command, "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string value) in SandboxApi.Environment(sandbox))
        {
            start.Environment[name] = value;
        }

        start.Environment["TERM"] = "xterm-256color";
        using Process process = Process.Start(start)!;
        CliResult result = await CliProcess.WaitAsync(process);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("contacts 1,000 of 1,000", result.Output, StringComparison.Ordinal);
        Assert.Contains("100%", result.Output, StringComparison.Ordinal);
        Assert.Contains("\u001b[", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_or_a_pipe_receives_no_bar()
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
        Assert.Equal($"kajabi: 61 contacts were written to {folder.File("all")}.", result.Error.Trim());
    }
}
