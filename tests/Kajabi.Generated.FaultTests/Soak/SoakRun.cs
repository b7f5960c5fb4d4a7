using System.Diagnostics;
using System.Globalization;
using Kajabi.Tests.Server;

namespace Kajabi.Tests.Soak;

/// <summary>
/// Mixed calls against a server that fails at random: 429, 401, 5xx, resets, truncated bodies. All reads must succeed,
/// writes must succeed or throw and are never processed twice, and connections, handles and memory must not leak.
/// </summary>
/// <param name="calls">The number of calls, at most that many with a <paramref name="duration"/>.</param>
/// <param name="duration">Ends the calls earlier; may be null.</param>
/// <param name="progress">Receives progress messages; may be null.</param>
internal sealed class SoakRun(int calls, TimeSpan? duration = null, TextWriter? progress = null)
{
    /// <summary>More calls than a run of some hours makes; the server stores two numbers for each.</summary>
    public const int MaxCalls = 40_000_000;

    private const int Callers = 16;
    private const int Seed = 20;
    private const long MaxMemoryGrowth = 16 * 1024 * 1024;

    private readonly int _warmUp = Math.Min(calls / 10, 2000);
    private readonly Stopwatch _elapsed = new();
    private readonly SoakServer _server = new(Seed, (calls / 10) + calls + 1);
    private int _reads;
    private int _writes;
    private int _failedWrites;

    /// <summary>Makes the calls.</summary>
    /// <returns>A summary in one line.</returns>
    /// <exception cref="InvalidOperationException">A write was processed twice, or a resource leaked.</exception>
    public async Task<string> RunAsync()
    {
        await using FaultScenario scenario = new() { Server = new FaultServer { RecordsRequests = false } };
        scenario.Server.Respond(_server.RespondAsync);
        scenario.Server.RespondToTokenRequests(_server.IssueTokenAsync);

        // Warm up before measuring.
        await CallManyAsync(scenario, 0, _warmUp);
        (long memory, int handles) = Measure();
        _elapsed.Start();
        await CallManyAsync(scenario, _warmUp, calls);
        (long memoryAfter, int handlesAfter) = Measure();
        Require(
            scenario.Server.OpenConnections <= Callers + 2,
            $"{scenario.Server.OpenConnections} connections are open for {Callers} callers."
        );
        Require(handlesAfter <= handles + Callers, $"The number of handles grew from {handles} to {handlesAfter}.");
        Require(memoryAfter <= memory + MaxMemoryGrowth, $"Memory grew from {memory} to {memoryAfter} bytes.");
        Require(_server.DuplicateWrites == 0, $"{_server.DuplicateWrites} writes were processed twice.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_reads} reads succeeded, {_writes} writes succeeded, {_failedWrites} writes failed; {_server.Faults} faults were injected; "
                + $"memory {memory / 1024} to {memoryAfter / 1024} KiB, handles {handles} to {handlesAfter}."
        );
    }

    private Task CallManyAsync(FaultScenario scenario, int first, int count)
    {
        int next = -1;
        return Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        int number;
                        while ((number = Interlocked.Increment(ref next)) < count && (duration is null || _elapsed.Elapsed < duration))
                        {
                            await CallAsync(scenario, first + number);
                            if (progress is not null && number % 10_000 == 0)
                            {
                                await progress.WriteLineAsync(
                                    string.Create(
                                        CultureInfo.InvariantCulture,
                                        $"{number} calls in {_elapsed.Elapsed.TotalMinutes:0.0} minutes"
                                    )
                                );
                            }
                        }
                    })
                )
        );
    }

    private async Task CallAsync(FaultScenario scenario, int number)
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        IKajabiClient client = scenario.Client.WithOptions(new() { Headers = { [SoakServer.CallHeader] = id } });
        switch (number % 5)
        {
            case 0:
                await WriteAsync(() => client.Contacts.CreateContactAsync(new ContactAttributes { Name = id }, "1"));
                break;
            case 1:
                await WriteAsync(() => client.Contacts.AddContactTagsAsync("7", ["1"]));
                break;
            case 2:
                await client.Contacts.ListContactsAsync(new ListContactsQuery { Search = id });
                Interlocked.Increment(ref _reads);
                break;
            default:
                await client.Contacts.GetContactAsync(id);
                Interlocked.Increment(ref _reads);
                break;
        }
    }

    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
            Interlocked.Increment(ref _writes);
        }
        catch (KajabiApiException exception) when (exception.Kind is KajabiErrorKind.ServerError or KajabiErrorKind.Network)
        {
            Interlocked.Increment(ref _failedWrites);
        }
    }

    private static (long Memory, int Handles) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        const string handles = "/proc/self/fd";
        return (GC.GetTotalMemory(forceFullCollection: true), Directory.Exists(handles) ? Directory.GetFiles(handles).Length : 0);
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
