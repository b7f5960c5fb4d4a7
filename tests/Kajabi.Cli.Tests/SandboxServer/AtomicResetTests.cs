using Kajabi.Cli.SandboxServer;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A reset as other requests see it.</summary>
public sealed class AtomicResetTests
{
    [Fact]
    public async Task No_reader_sees_the_sandbox_without_its_data()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("data.json");
        await File.WriteAllTextAsync(file, ExampleData.Contact("7001"));
        ObservingTime time = new();
        await using RunningSandbox sandbox = await RunningSandbox.StartAsync(
            new SandboxHostOptions { DataFiles = [file] },
            sandboxOptions: new() { HasSampleData = false, TimeProvider = time }
        );
        await sandbox.RequireAsync("PUT", "/clock", """{ "stopped": true }""");
        int observations = 0;
        List<int> seen = [];
        time.Observe = () =>
        {
            observations++;
            if (Read(sandbox.Sandbox.Store) is { } count)
            {
                seen.Add(count);
            }
        };

        await sandbox.RequireAsync("POST", "/reset");
        time.Observe = null;

        // A reader that waits for the end of the reset sees nothing in between.
        Assert.NotEqual(0, observations);
        Assert.DoesNotContain(0, seen);
        Assert.Equal(1, Read(sandbox.Sandbox.Store));
    }

    /// <summary>Counts the contacts like a request, on another thread; null if it would have to wait.</summary>
    private static int? Read(SandboxStore store)
    {
        int? count = null;
        Thread reader = new(() =>
        {
            if (store.SyncRoot.TryEnter())
            {
                count = store.GetAll("contacts").Count;
                store.SyncRoot.Exit();
            }
        });
        reader.Start();
        reader.Join();
        return count;
    }

    /// <summary>The system clock, which a reset reads when it restores the clock of the sandbox.</summary>
    private sealed class ObservingTime : TimeProvider
    {
        public Action? Observe { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            Observe?.Invoke();
            return base.GetUtcNow();
        }
    }
}
