using System.Threading.Channels;

namespace Kajabi.Cli.SandboxServer;

/// <summary>Waits for changes of files.</summary>
internal sealed class FileChanges : IDisposable
{
    // A program that saves a file can change it several times.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly TimeProvider _time;

    /// <param name="files">The files, whose folders must exist.</param>
    /// <param name="time">The clock of the pause after a change.</param>
    /// <exception cref="UsageException">The system cannot watch the files.</exception>
    public FileChanges(IEnumerable<string> files, TimeProvider time)
    {
        _time = time;
        try
        {
            foreach (string file in files)
            {
                Watch(Path.GetFullPath(file));
            }
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            Dispose();
            throw new UsageException($"The files of --data cannot be watched: {exception.Message} Omit --watch.");
        }
    }

    /// <summary>Waits until a file has changed since the last call.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _changes.Reader.WaitToReadAsync(cancellationToken);
        await Task.Delay(s_pause, _time, cancellationToken);
        _changes.Reader.TryRead(out _);
    }

    public void Dispose() => _watchers.ForEach(static watcher => watcher.Dispose());

    private void Watch(string path)
    {
        FileSystemWatcher watcher = new(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        _watchers.Add(watcher);

        // Programs that save a file write into it, or replace it by another one.
        watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
        watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);

        // The system has lost changes.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
    }
}
