using System.Diagnostics;
using System.Globalization;

namespace Kajabi.Cli.Tests;

/// <summary>Standard output that is closed or cannot be written.</summary>
public sealed class OutputFailureTests
{
    [SkippableTheory]
    [InlineData("list", "contacts", "--all", "--json")]
    [InlineData("list", "contacts", "--all")]
    [InlineData("export", "contacts", "--format", "csv", "--output", "-")]
    public async Task The_command_ends_when_its_output_is_closed(params string[] arguments)
    {
        Skip.If(OperatingSystem.IsWindows(), "On Windows a closed pipe is not reported.");
        using ManualResetEventSlim isOutputClosed = new();
        await using LoopbackApi api = await LoopbackApi.StartAsync(request =>
        {
            int page = int.Parse(request.Query["page[number]"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
            if (page > 1)
            {
                Assert.True(isOutputClosed.Wait(CliProcess.Timeout), "The test did not close the output.");
            }

            return new LoopbackResponse(
                $$$"""
                {
                  "data":[{"id":"{{{page}}}","type":"contacts","attributes":{"name":"Ada"}}],
                  "meta":{"current_page":{{{page}}},"total_pages":200,"total_count":200}
                }
                """
            );
        });
        using Process process = CliProcess.Start(api.Environment, arguments);
        using CancellationTokenSource timeout = new(CliProcess.Timeout);
        try
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync(timeout.Token));

            process.StandardOutput.Close();
            isOutputClosed.Set();
            string error = await process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);

            Assert.Equal((141, string.Empty), (process.ExitCode, error));
            Assert.InRange(api.Requests.Count, 1, 5);
        }
        finally
        {
            CliProcess.Kill(process);
        }
    }

    [SkippableTheory]
    [InlineData("> /dev/full", "list", "contacts", "--json")]
    [InlineData("> /dev/full", "--help")]
    [InlineData("> /dev/full", "export", "contacts", "--format", "csv", "--output", "-")]
    [InlineData(">&-", "get", "contacts", "123")]
    public async Task Output_that_cannot_be_written_is_4(string redirection, params string[] arguments)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");

        CliResult result = await CliProcess.RunInShellAsync(new Dictionary<string, string>(), redirection, arguments);

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("kajabi: standard output cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("2> /dev/full")]
    [InlineData("2>&-")]
    public async Task Messages_that_cannot_be_written_do_not_change_the_result(string redirection)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");

        CliResult success = await CliProcess.RunInShellAsync(
            new Dictionary<string, string>(),
            redirection,
            "get",
            "contacts",
            "123",
            "--json"
        );
        CliResult usageError = await CliProcess.RunInShellAsync(new Dictionary<string, string>(), redirection, "get", "contcat", "123");

        Assert.Equal((0, "123", 2), (success.ExitCode, (string?)success.Json["id"], usageError.ExitCode));
    }

    [SkippableFact]
    public async Task A_folder_that_cannot_be_written_is_4()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has a folder in which no user can create files.");
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            "csv",
            "--output",
            "/sys/kernel/all.csv"
        );

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("the file cannot be written", result.Error, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }
}
