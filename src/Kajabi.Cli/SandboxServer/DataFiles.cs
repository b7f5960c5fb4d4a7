using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.SandboxServer;

/// <summary>The files of <c>--data</c>, which replace the data when they change.</summary>
/// <param name="files">The paths, in the order of loading.</param>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DataFiles(IReadOnlyList<string> files, KajabiSandbox sandbox)
{
    private readonly SandboxSnapshot _empty = sandbox.TakeSnapshot();

    /// <summary>Loads the files into the sandbox, whose data they add to.</summary>
    /// <exception cref="UsageException">A file cannot be read, or its data is invalid.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (files.Count > 0)
        {
            Replace(await ReadAsync(cancellationToken));
        }
    }

    /// <summary>
    /// Loads the files again after each change. Requests, deliveries, faults and the clock remain. Data that cannot be loaded is reported,
    /// and changes nothing.
    /// </summary>
    /// <param name="changes">The changes.</param>
    /// <param name="control">Receives the data that a reset restores.</param>
    /// <param name="report">Reports what was done.</param>
    /// <param name="cancellationToken">Ends the method.</param>
    public async Task WatchAsync(FileChanges changes, SandboxControl control, Action<string> report, CancellationToken cancellationToken)
    {
        while (true)
        {
            await changes.WaitAsync(cancellationToken);
            try
            {
                StoreState data = await ReadAsync(cancellationToken);
                Replace(data);
                string suffix = control.ReplaceInitialData(data) ? "." : "; a reset still restores the last POST /_sandbox/snapshot.";
                report($"the data was loaded again, because a file changed{suffix}");
            }
            catch (UsageException exception)
            {
                report($"{exception.Message} The sandbox continues with the previous data.");
            }
        }
    }

    /// <summary>Reads the files into a copy of the data of the start, so that invalid ones do not change the sandbox.</summary>
    private async Task<StoreState> ReadAsync(CancellationToken cancellationToken)
    {
        SandboxSnapshot loaded = _empty;
        foreach (string file in files)
        {
            try
            {
                loaded = sandbox.Data.AddTo(loaded, await File.ReadAllBytesAsync(file, cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever a file contains, or the system reports, must not end the server.
                throw new UsageException($"{file} cannot be loaded: {exception.Message}");
            }
        }

        return loaded.Data;
    }

    private void Replace(StoreState state)
    {
        lock (sandbox.Store.SyncRoot)
        {
            // Ids are not used again: deliveries and disabled webhooks have them.
            sandbox.Store.Restore(state with { NextId = Math.Max(state.NextId, sandbox.Store.Capture().NextId) });
        }
    }
}
