using System.Threading.Channels;
using Kajabi.Cli.SandboxServer;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>A sandbox with one file of data, which it loads again when it changes.</summary>
internal sealed class WatchedSandbox : IAsyncDisposable
{
    private readonly Channel<string> _reports = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _end = new(CliProcess.Timeout);
    private readonly TemporaryFolder _folder;
    private readonly string _file;
    private readonly Task _watch;

    private WatchedSandbox(RunningSandbox sandbox, TemporaryFolder folder, string file)
    {
        (Sandbox, _folder, _file) = (sandbox, folder, file);
        _watch = sandbox.Host.WatchFilesAsync(report => _reports.Writer.TryWrite(report), _end.Token);
    }

    public RunningSandbox Sandbox { get; }

    public static async Task<WatchedSandbox> StartAsync(string text, bool hasSampleData = false)
    {
        TemporaryFolder folder = new();
        try
        {
            string file = folder.File("data.json");
            await File.WriteAllTextAsync(file, text);
            RunningSandbox sandbox = await RunningSandbox.StartAsync(
                new SandboxHostOptions { DataFiles = [file], WatchesFiles = true },
                sandboxOptions: new() { HasSampleData = hasSampleData }
            );
            return new WatchedSandbox(sandbox, folder, file);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes the file, and waits until the sandbox reports it.</summary>
    public Task WriteAsync(string text, string report) => ChangeAsync(file => File.WriteAllText(file, text), report);

    /// <summary>Changes the file, and waits until the sandbox reports it.</summary>
    public async Task ChangeAsync(Action<string> change, string report)
    {
        change(_file);

        // A program that writes a file can cause several reports.
        Task<string> next;
        do
        {
            next = _reports.Reader.ReadAsync(_end.Token).AsTask();
            await await Task.WhenAny(next, _watch);
        } while (!(await next).Contains(report, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _end.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _watch);
        }
        finally
        {
            await Sandbox.DisposeAsync();
            _end.Dispose();
            _folder.Dispose();
        }
    }
}
