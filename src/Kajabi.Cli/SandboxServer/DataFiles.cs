using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.SandboxServer;

/// <summary>The files of <c>--data</c>, which replace the data when they change.</summary>
/// <param name="files">The paths, in the order of loading.</param>
/// <param name="isWatched">Whether they are read again when they change.</param>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DataFiles(IReadOnlyList<string> files, bool isWatched, KajabiSandbox sandbox)
{
    private const int MaxReferences = 10;

    private readonly SandboxSnapshot _empty = sandbox.TakeSnapshot();

    /// <summary>Loads the files into the sandbox, whose data they add to.</summary>
    /// <exception cref="UsageException">A file cannot be read, or its data is invalid.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (files.Count > 0)
        {
            StoreState data = await ReadAsync(cancellationToken);
            lock (sandbox.Store.SyncRoot)
            {
                sandbox.Store.Replace(data);
            }
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
                string suffix = control.ReplaceData(sandbox, data) ? "." : "; a reset still restores the last POST /_sandbox/snapshot.";
                report($"the data was loaded again, because a file changed{suffix}");
            }
            catch (UsageException exception)
            {
                report($"{exception.Message} The sandbox continues with the previous data.");
            }
        }
    }

    /// <summary>Describes references to resources that do not exist in one sentence.</summary>
    public static string Describe(IReadOnlyList<string> references)
    {
        string more = references.Count > MaxReferences ? $"; and {references.Count - MaxReferences} more" : string.Empty;
        return $"Resources of the data do not exist: {string.Join("; ", references.Take(MaxReferences))}{more}.";
    }

    /// <summary>
    /// Reads the files into a copy of the data of the start, so that invalid ones do not change the sandbox. Nothing else uses the result.
    /// </summary>
    private async Task<StoreState> ReadAsync(CancellationToken cancellationToken)
    {
        SandboxSnapshot loaded = _empty;
        foreach (string file in files)
        {
            try
            {
                loaded = sandbox.Data.AddTo(loaded, await ReadFileAsync(file, cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever a file contains, or the system reports, must not end the server.
                throw new UsageException($"{file} cannot be loaded: {exception.Message}");
            }
        }

        if (sandbox.Options.IsStrict && sandbox.Data.FindUnresolvedReferences(loaded.Data) is { Count: > 0 } references)
        {
            throw new UsageException($"{Describe(references)} --strict rejects that: add the resources to a file of --data.");
        }

        return loaded.Data;
    }

    /// <summary>Reads a file without blocking a cancellation: opening a pipe waits for its writer.</summary>
    private async Task<byte[]> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        // The length of a pipe and of a device is 0. Without --watch, a pipe such as <(command) of a shell can be read.
        FileInfo info = new(file);
        if (isWatched && (info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info).Length == 0)
        {
            throw new IOException("it is empty or no regular file, and --watch reads only regular files.");
        }

        return await Task.Run(() => File.ReadAllBytesAsync(file, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
    }
}
