using System.Threading.Channels;
using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;

namespace Kajabi.Cli.SandboxServer;

/// <summary>The files of <c>--data</c>, which replace the data when they change.</summary>
/// <param name="files">The paths, in the order of loading.</param>
/// <param name="time">The clock of the pause after a change.</param>
internal sealed class DataFiles(IReadOnlyList<string> files, TimeProvider time)
{
    // A program that saves a file can change it several times.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private SandboxSnapshot? _empty;

    /// <summary>Loads the files into the sandbox as it is at the start.</summary>
    /// <exception cref="UsageException">A file cannot be read, or its data is invalid.</exception>
    public async Task LoadAsync(KajabiSandbox sandbox, CancellationToken cancellationToken)
    {
        _empty ??= sandbox.TakeSnapshot();
        sandbox.Restore(_empty);
        foreach (string file in files)
        {
            try
            {
                await sandbox.Data.LoadAsync(file, cancellationToken);
            }
            catch (Exception exception) when (exception is SandboxDataException or IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"{file} cannot be loaded: {exception.Message}");
            }
        }
    }

    /// <summary>Loads the files again after each change. Data that cannot be loaded is reported, and changes nothing.</summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="control">Receives the state that a reset restores.</param>
    /// <param name="report">Reports what was done.</param>
    /// <param name="cancellationToken">Ends the method.</param>
    public async Task WatchAsync(KajabiSandbox sandbox, SandboxControl control, Action<string> report, CancellationToken cancellationToken)
    {
        Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        List<FileSystemWatcher> watchers = [.. files.Select(file => Watch(file, changes.Writer))];
        try
        {
            while (await changes.Reader.WaitToReadAsync(cancellationToken))
            {
                await Task.Delay(s_pause, time, cancellationToken);
                changes.Reader.TryRead(out _);
                await ReloadAsync(sandbox, control, report, cancellationToken);
            }
        }
        finally
        {
            watchers.ForEach(static watcher => watcher.Dispose());
        }
    }

    private async Task ReloadAsync(
        KajabiSandbox sandbox,
        SandboxControl control,
        Action<string> report,
        CancellationToken cancellationToken
    )
    {
        SandboxSnapshot previous = sandbox.TakeSnapshot();
        try
        {
            await LoadAsync(sandbox, cancellationToken);
            control.SetInitial(sandbox);
            report("the data was loaded again, because a file changed.");
        }
        catch (UsageException exception)
        {
            sandbox.Restore(previous);
            report($"{exception.Message} The sandbox continues with the previous data.");
        }
    }

    private static FileSystemWatcher Watch(string file, ChannelWriter<bool> changes)
    {
        string path = Path.GetFullPath(file);
        FileSystemWatcher watcher = new(Path.GetDirectoryName(path)!, Path.GetFileName(path));

        // Programs that save a file write into it, or replace it by another one.
        watcher.Changed += (_, _) => changes.TryWrite(true);
        watcher.Created += (_, _) => changes.TryWrite(true);
        watcher.Renamed += (_, _) => changes.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
