using System.Diagnostics;
using Npgsql;

namespace Kajabi.Cli.Tests.Sync;

/// <summary>A run that is killed at any point and started again results in the same tables as an uninterrupted one.</summary>
public sealed class KilledSyncTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private const int Kills = 20;

    [Fact]
    public async Task A_run_into_SQLite_that_is_killed_twenty_times_results_in_the_tables_of_an_uninterrupted_run()
    {
        using TemporaryFolder folder = new();
        await AssertResumedAsync(
            folder.File("killed.db"),
            folder.File("uninterrupted.db"),
            static into => Task.FromResult(MirrorFile.Dump(into))
        );
    }

    [SkippableFact]
    public async Task A_run_into_PostgreSQL_that_is_killed_twenty_times_results_in_the_tables_of_an_uninterrupted_run()
    {
        PostgresServer server = fixture.Require();
        await AssertResumedAsync(
            await server.CreateDatabaseAsync("killed"),
            await server.CreateDatabaseAsync("uninterrupted"),
            static async into =>
            {
                await using NpgsqlConnection connection = new(into);
                await connection.OpenAsync();
                return MirrorFile.Dump(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
            }
        );
    }

    private static async Task AssertResumedAsync(string killed, string uninterrupted, Func<string, Task<IReadOnlyList<string>>> dump)
    {
        int seed = Random.Shared.Next();
        Random random = new(seed);
        await using SyncApi api = await SyncApi.StartAsync(generatedContacts: 400);
        CliResult whole = await api.RunAsync(uninterrupted, "all", "--page-size", "20");
        Assert.True(whole.ExitCode == 0, whole.Error);
        int endedBefore = 0;
        for (int run = 0; run < Kills; run++)
        {
            endedBefore += await KillAsync(api, random, killed) ? 0 : 1;
        }

        api.OnRequest = null;
        CliResult last = await CliProcess.RunAsync(api.Environment, Command(killed));

        Assert.True(last.ExitCode == 0, $"Seed {seed}: {last.Error}");
        Assert.True(endedBefore < Kills / 2, $"Seed {seed}: {endedBefore} of {Kills} runs ended before they were killed.");
        Assert.True(
            (await dump(uninterrupted)).SequenceEqual(await dump(killed)),
            $"Seed {seed}: the tables differ from those of an uninterrupted run."
        );
    }

    private static string[] Command(string database) => ["sync", "all", "--page-size", "20", "--into", database];

    /// <summary>Starts a run and kills it (SIGKILL) at a random time after a random request.</summary>
    /// <returns>Whether it was killed.</returns>
    private static async Task<bool> KillAsync(SyncApi api, Random random, string database)
    {
        int remaining = random.Next(1, 8);
        TimeSpan delay = TimeSpan.FromMilliseconds(random.Next(0, 40));
        TaskCompletionSource isReached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        api.OnRequest = _ =>
        {
            if (Interlocked.Decrement(ref remaining) == 0)
            {
                isReached.SetResult();
            }

            return Task.CompletedTask;
        };
        using Process process = CliProcess.Start(api.Environment, Command(database));
        Task exit = CliProcess.WaitAsync(process);
        if (await Task.WhenAny(isReached.Task, exit) == exit)
        {
            await exit;
            return false;
        }

        // The point in time is random on purpose: within the response, the transaction or the next request. Any of them is correct.
        await Task.WhenAny(Task.Delay(delay), exit);
        process.Kill();
        await exit;
        return process.ExitCode != 0;
    }
}
