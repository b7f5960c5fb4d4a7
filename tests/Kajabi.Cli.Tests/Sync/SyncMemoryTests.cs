using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>A run keeps one page in memory, regardless of their number. <c>bash build/dev sync</c> measures a million contacts.</summary>
[CollectionDefinition(nameof(SyncMemoryTests), DisableParallelization = true)]
[Collection(nameof(SyncMemoryTests))]
public sealed class SyncMemoryTests(ITestOutputHelper output)
{
    // 160 pages of 100 contacts would take more than ten times as much.
    private const long Tolerance = 2 * 1024 * 1024;

    // A million contacts in memory would exceed it.
    private const long MaxPeak = 400L * 1024 * 1024;

    [Fact]
    public async Task Memory_usage_does_not_grow_with_the_number_of_pages()
    {
        await using SyncApi api = await SyncApi.StartAsync(generatedContacts: 20_000);
        using TemporaryFolder folder = new();
        int requests = 0;
        Dictionary<int, long> usedBytes = [];
        api.OnRequest = _ =>
        {
            if (++requests is 20 or 180)
            {
                api.TakeRequests();
                usedBytes[requests] = GC.GetTotalMemory(forceFullCollection: true);
            }

            return Task.CompletedTask;
        };

        CliResult result = await api.RunAsync(folder.File("mirror.db"), "contacts");

        Assert.Equal((0, 20_061, 0, 0), SyncApi.Read(result, "contacts"));
        Assert.True(
            usedBytes[180] - usedBytes[20] < Tolerance,
            $"{usedBytes[20]} bytes were in use at request 20 and {usedBytes[180]} at request 180."
        );
    }

    [SkippableFact]
    public async Task The_peak_memory_of_the_process_is_limited()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The peak memory of a process is read from /proc.");
        int contacts = int.Parse(Environment.GetEnvironmentVariable("KAJABI_SYNC_CONTACTS") ?? "2000", CultureInfo.InvariantCulture);
        string? into = Environment.GetEnvironmentVariable("KAJABI_SYNC_MEASURED_DATABASE");
        await using SyncApi api = await SyncApi.StartAsync(contacts);
        using TemporaryFolder folder = new();
        Process? process = null;
        long peak = 0;
        api.OnRequest = _ =>
        {
            api.TakeRequests();
            process?.Refresh();
            peak = process?.PeakWorkingSet64 ?? peak;
            return Task.CompletedTask;
        };
        Stopwatch time = Stopwatch.StartNew();
        using (
            process = CliProcess.Start(
                api.Environment,
                "sync",
                "contacts",
                "--page-size",
                "250",
                "--into",
                into ?? folder.File("mirror.db")
            )
        )
        {
            Task<string> error = process.StandardError.ReadToEndAsync();
            string result = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, await error);
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Trim()} {time.Elapsed.TotalSeconds:N0} s, peak memory {peak / 1024.0 / 1024:N0} MB."
                )
            );
        }

        Assert.InRange(peak, 1, MaxPeak);
    }
}
