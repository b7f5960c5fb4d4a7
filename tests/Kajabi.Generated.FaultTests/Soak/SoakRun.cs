using System.Globalization;
using Kajabi.Tests.Server;

namespace Kajabi.Tests.Soak;

/// <summary>
/// Mixed calls against a server that fails at random: 429, 401, 5xx, resets, cut bodies. Reads must all succeed, writes
/// must succeed or say why not and never be carried out twice, and nothing may be left behind.
/// </summary>
/// <param name="calls">How many calls.</param>
/// <param name="progress">Where to say how far it is; nowhere when null.</param>
internal sealed class SoakRun(int calls, TextWriter? progress = null)
{
    private const int Callers = 16;
    private const int Seed = 20;
    private const long MostGrowth = 16 * 1024 * 1024;

    private readonly int _warmUp = Math.Min(calls / 10, 2000);
    private readonly SoakServer _server = new(Seed, (calls / 10) + calls + 1);
    private int _reads;
    private int _writes;
    private int _refusedWrites;

    /// <summary>Runs it.</summary>
    /// <returns>What it did, in one line.</returns>
    /// <exception cref="InvalidOperationException">Something was lost or left behind.</exception>
    public async Task<string> RunAsync()
    {
        await using Stage stage = new() { Server = new FaultServer { KeepsRequests = false } };
        stage.Server.Answer(_server.AnswerAsync);
        stage.Server.AnswerToken(_server.GiveTokenAsync);

        // What is made once is made before it is measured.
        await CallManyAsync(stage, 0, _warmUp);
        (long memory, int handles) = Measure();
        await CallManyAsync(stage, _warmUp, calls);
        (long memoryAfter, int handlesAfter) = Measure();
        Require(stage.Server.OpenConnections <= Callers + 2, $"{stage.Server.OpenConnections} connections are open for {Callers} callers.");
        Require(handlesAfter <= handles + Callers, $"{handles} handles became {handlesAfter}.");
        Require(memoryAfter <= memory + MostGrowth, $"{memory} bytes of memory became {memoryAfter}.");
        Require(_server.CarriedOutTwice == 0, $"{_server.CarriedOutTwice} writes were carried out twice.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_reads} reads succeeded, {_writes} writes succeeded, {_refusedWrites} said why not; {_server.Faults} faults were injected; memory {memory / 1024} to {memoryAfter / 1024} KiB, handles {handles} to {handlesAfter}."
        );
    }

    private Task CallManyAsync(Stage stage, int first, int count)
    {
        int next = -1;
        return Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        int number;
                        while ((number = Interlocked.Increment(ref next)) < count)
                        {
                            await CallAsync(stage, first + number);
                            if (progress is not null && number % 10_000 == 0)
                            {
                                await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{number} of {count} calls"));
                            }
                        }
                    })
                )
        );
    }

    private async Task CallAsync(Stage stage, int number)
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        IKajabiClient client = stage.Client.WithOptions(new() { Headers = { [SoakServer.CallHeader] = id } });
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
            Interlocked.Increment(ref _refusedWrites);
        }
    }

    private static (long Memory, int Handles) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        const string handles = "/proc/self/fd";
        return (GC.GetTotalMemory(forceFullCollection: true), Directory.Exists(handles) ? Directory.GetFiles(handles).Length : 0);
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
