using System.Diagnostics;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>An export that is interrupted by the end of its process or of the server neither loses nor duplicates resources.</summary>
public sealed class InterruptedExportTests
{
    private const int PageSize = 250;

    [Theory]
    [InlineData("csv", 50_000, 1, 2, 77, 200)]
    [InlineData("ndjson", 50_000, 60, 199)]
    [InlineData("json", 1_000, 2, 4)]
    public async Task Every_contact_is_exported_once_and_in_order_although_the_process_is_killed(
        string format,
        int contacts,
        params int[] killedAt
    )
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = contacts });
        using TemporaryFolder folder = new();
        Queue<int> kills = new(killedAt);
        Process? process = null;
        TaskCompletionSource isStarted = new();
        await using SandboxProxy proxy = await SandboxProxy.StartAsync(
            sandbox,
            async page =>
            {
                if (kills.TryPeek(out int next) && page == next)
                {
                    kills.Dequeue();
                    await isStarted.Task;
                    process!.Kill();
                }

                return true;
            }
        );
        string output = folder.File("all." + format);
        string[] command =
        [
            "export",
            "contacts",
            "--format",
            format,
            "--output",
            output,
            "--filter",
            "site_id=3",
            "--page-size",
            $"{PageSize}",
        ];
        for (int run = 0; run < killedAt.Length; run++)
        {
            isStarted = new TaskCompletionSource();
            using (process = CliProcess.Start(proxy.Environment, [.. command, "--resume"]))
            {
                isStarted.SetResult();
                CliResult interrupted = await CliProcess.WaitAsync(process);
                Assert.NotEqual(0, interrupted.ExitCode);
                Assert.False(File.Exists(output));
            }
        }

        CliResult resumed = await CliProcess.RunAsync(proxy.Environment, [.. command, "--resume"]);
        string[] files = [.. folder.Files];
        string reference = folder.File("reference." + format);
        CliResult uninterrupted = await InProcessCli.RunAsync(
            SandboxApi.Environment(sandbox),
            [.. command[..5], reference, .. command[6..]]
        );

        Assert.Equal((0, 0), (resumed.ExitCode, uninterrupted.ExitCode));
        Assert.Equal(["all." + format], files);
        Assert.Equal($"kajabi: {contacts} contacts were written to {output}.", resumed.Error.Trim());
        string text = (await File.ReadAllTextAsync(output)).Replace(
            proxy.Address,
            sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
            StringComparison.Ordinal
        );
        Assert.True((await File.ReadAllTextAsync(reference)) == text, "The file differs from that of an uninterrupted export.");
        Assert.Equal(ExportedIds.GetGenerated(contacts), ExportedIds.Parse(format, text));

        // Pages that are in the file are not read again.
        Assert.InRange(proxy.Pages.Count, contacts / PageSize, (contacts / PageSize) + (3 * killedAt.Length));
    }

    [Fact]
    public async Task When_the_server_stops_the_progress_is_reported_and_the_export_is_resumed_from_another_server()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using TemporaryFolder folder = new();
        string[] command = ["export", "contacts", "--format", "ndjson", "--output", folder.File("all"), "--filter", "site_id=3"];
        string address;
        await using (SandboxProxy stopping = await SandboxProxy.StartAsync(sandbox, static page => Task.FromResult(page < 5)))
        {
            address = stopping.Address;
            CliResult interrupted = await InProcessCli.RunAsync(stopping.Environment, command);

            Assert.Equal(3, interrupted.ExitCode);
            Assert.Contains(
                $"400 contacts were saved to {folder.File("all")}.partial; run the same command with --resume to continue.",
                interrupted.Error,
                StringComparison.Ordinal
            );
            Assert.Equal(["all.partial", "all.partial.state"], folder.Files);
        }

        CliResult withoutServer = await InProcessCli.RunAsync(
            new Dictionary<string, string>(SandboxApi.Environment(sandbox)) { ["KAJABI_BASE_URL"] = address },
            [.. command, "--resume"]
        );
        await using SandboxProxy restarted = await SandboxProxy.StartAsync(sandbox, address: address);
        CliResult resumed = await InProcessCli.RunAsync(restarted.Environment, [.. command, "--resume"]);

        Assert.Equal((3, 0), (withoutServer.ExitCode, resumed.ExitCode));
        Assert.Equal([5, 6, 7, 8, 9, 10], restarted.Pages);
        Assert.Equal(ExportedIds.GetGenerated(1_000), ExportedIds.Parse("ndjson", await File.ReadAllTextAsync(folder.File("all"))));
    }
}
