using System.Diagnostics;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>An export that is broken off, by the end of its own process or of the server, loses and doubles no row.</summary>
public sealed class ExportBreakTests
{
    private const int PageSize = 250;

    [Theory]
    [InlineData("csv", 50_000, 1, 2, 77, 200)]
    [InlineData("ndjson", 50_000, 60, 199)]
    [InlineData("json", 1_000, 2, 4)]
    public async Task Every_contact_is_there_once_and_in_order_although_the_process_is_killed(
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
        await using SandboxFront front = await SandboxFront.StartAsync(
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
            using (process = CliProcess.Start(front.Environment, [.. command, "--resume"]))
            {
                isStarted.SetResult();
                await process.WaitForExitAsync();
                Assert.NotEqual(0, process.ExitCode);
                Assert.False(File.Exists(output));
            }
        }

        CliResult last = await CliProcess.RunAsync(front.Environment, [.. command, "--resume"]);
        string[] files = [.. folder.Files];
        string whole = folder.File("whole." + format);
        CliResult unbroken = await InProcess.RunAsync(SandboxApi.Environment(sandbox), [.. command[..5], whole, .. command[6..]]);

        Assert.Equal((0, 0), (last.ExitCode, unbroken.ExitCode));
        Assert.Equal(["all." + format], files);
        Assert.Equal($"kajabi: {contacts} contacts are in {output}.", last.Error.Trim());
        string text = (await File.ReadAllTextAsync(output)).Replace(
            front.Address,
            sandbox.BaseAddress.GetLeftPart(UriPartial.Authority),
            StringComparison.Ordinal
        );
        Assert.True((await File.ReadAllTextAsync(whole)) == text, "The file differs from one that was written without a break.");
        Assert.Equal(ExportedIds.Generated(contacts), ExportedIds.Of(format, text));
        Assert.InRange(front.Pages.Count, contacts / PageSize, (contacts / PageSize) + (3 * killedAt.Length)); // What is in the file is not read again.
    }

    [Fact]
    public async Task When_the_server_dies_it_is_told_how_far_the_export_came_and_another_server_ends_it()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 1_000 });
        using TemporaryFolder folder = new();
        string[] command = ["export", "contacts", "--format", "ndjson", "--output", folder.File("all"), "--filter", "site_id=3"];
        string address;
        await using (SandboxFront dying = await SandboxFront.StartAsync(sandbox, static page => Task.FromResult(page < 5)))
        {
            address = dying.Address;
            CliResult broken = await InProcess.RunAsync(dying.Environment, command);

            Assert.Equal(3, broken.ExitCode);
            Assert.Contains(
                $"400 contacts were read into {folder.File("all")}.partial; run the same command with --resume to go on.",
                broken.Error,
                StringComparison.Ordinal
            );
            Assert.Equal(["all.partial", "all.partial.state"], folder.Files);
        }

        CliResult withoutServer = await InProcess.RunAsync(
            new Dictionary<string, string>(SandboxApi.Environment(sandbox)) { ["KAJABI_BASE_URL"] = address },
            [.. command, "--resume"]
        );
        await using SandboxFront revived = await SandboxFront.StartAsync(sandbox, address: address);
        CliResult resumed = await InProcess.RunAsync(revived.Environment, [.. command, "--resume"]);

        Assert.Equal((3, 0), (withoutServer.ExitCode, resumed.ExitCode));
        Assert.Equal([5, 6, 7, 8, 9, 10], revived.Pages);
        Assert.Equal(ExportedIds.Generated(1_000), ExportedIds.Of("ndjson", await File.ReadAllTextAsync(folder.File("all"))));
    }
}
