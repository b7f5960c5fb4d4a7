using System.Security.Cryptography;

namespace Kajabi.Cli.Export;

/// <summary>
/// A file that takes its name when it is complete. Until then it stands beside it with its state, which is written
/// after each page: whatever comes after the recorded pages is cut off before the export goes on.
/// </summary>
internal sealed class ResumableExportFile : IExportDestination
{
    private readonly string _output;
    private readonly FileStream _data;
    private readonly IncrementalHash _hash;

    private ResumableExportFile(string output, FileStream data, IncrementalHash hash, ExportCheckpoint state)
    {
        (_output, _data, _hash, State, Count) = (output, data, hash, state, state.Count);
    }

    /// <summary>The pages that are in the file for good.</summary>
    public ExportCheckpoint State { get; private set; }

    public bool IsEmpty => State.Bytes == 0;

    public int NextPage => State.NextPage;

    /// <summary>How many resources are in the file, those of a page that is not recorded yet among them.</summary>
    public long Count { get; private set; }

    /// <summary>Where the file stands until it is complete.</summary>
    public static string PathOf(string output) => output + ".partial";

    /// <summary>Begins a file, or goes on with one.</summary>
    /// <param name="output">The name of the complete file.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="isResumed">Whether to go on where there is something to go on with.</param>
    /// <param name="cancellationToken">Ends the reading of what is there.</param>
    /// <exception cref="UsageException">Something is in the way, or what is there is not what was left; nothing was changed.</exception>
    public static async Task<ResumableExportFile> OpenAsync(
        string output,
        IReadOnlyDictionary<string, string> request,
        bool isResumed,
        CancellationToken cancellationToken
    )
    {
        foreach (string path in (string[])[output, PathOf(output), StatePath(output)])
        {
            PrivateFile.RefuseLink(path);
        }

        if (Path.Exists(output))
        {
            throw new UsageException(
                $"{output} is there already, and nothing is overwritten. Move it away, choose another name, or write to standard output with --output -."
            );
        }

        if (!File.Exists(PathOf(output)))
        {
            return Begin(output, request);
        }

        return isResumed
            ? await ResumeAsync(output, request, cancellationToken)
            : throw new UsageException(
                $"{PathOf(output)} is what an export left that was broken off. Add --resume to go on with it, or delete it to begin again."
            );
    }

    /// <summary>Adds bytes, and records them when it is known what comes next.</summary>
    /// <param name="bytes">What is added.</param>
    /// <param name="count">How many resources it holds.</param>
    /// <param name="nextPage">The page that comes next; null where that is not known yet, and then nothing is recorded.</param>
    /// <param name="cancellationToken">Ends the writing, which a resumed export makes up for.</param>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, int count, int? nextPage, CancellationToken cancellationToken)
    {
        _hash.AppendData(bytes.Span);
        await _data.WriteAsync(bytes, cancellationToken);
        Count += count;
        if (nextPage is { } next)
        {
            // The pages are on the disk before the state says so.
            _data.Flush(flushToDisk: true);
            ExportCheckpoint state = State with
            {
                NextPage = next,
                Bytes = _data.Position,
                Count = Count,
                Sha256 = Convert.ToHexString(_hash.GetCurrentHash()),
            };
            await state.WriteAsync(StatePath(_output), cancellationToken);
            State = state;
        }
    }

    /// <summary>Gives the file its name.</summary>
    public async Task CompleteAsync()
    {
        _data.Flush(flushToDisk: true);
        await _data.DisposeAsync();
        File.Move(PathOf(_output), _output);
        ExportCheckpoint.Delete(StatePath(_output));
    }

    /// <summary>Takes away a file that holds nothing worth to go on with.</summary>
    public async Task DiscardAsync()
    {
        await _data.DisposeAsync();
        ExportCheckpoint.Delete(StatePath(_output));
        File.Delete(PathOf(_output));
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        _hash.Dispose();
    }

    private static ResumableExportFile Begin(string output, IReadOnlyDictionary<string, string> request) =>
        new(
            output,
            PrivateFile.Create(PathOf(output)),
            IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
            ExportCheckpoint.Nothing(request)
        );

    private static async Task<ResumableExportFile> ResumeAsync(
        string output,
        IReadOnlyDictionary<string, string> request,
        CancellationToken cancellationToken
    )
    {
        // A process that is killed at once leaves an empty file and no state yet.
        ExportCheckpoint state =
            await ExportCheckpoint.ReadAsync(StatePath(output), cancellationToken)
            ?? (new FileInfo(PathOf(output)).Length == 0 ? ExportCheckpoint.Nothing(request) : null)
            ?? throw new UsageException(
                $"{StatePath(output)}, which says how far {PathOf(output)} has come, is missing or unreadable. Delete both and begin again."
            );
        if (
            request
                .Keys.Union(state.Request.Keys)
                .FirstOrDefault(name => request.GetValueOrDefault(name) != state.Request.GetValueOrDefault(name)) is
            { } other
        )
        {
            throw new UsageException(
                $"{PathOf(output)} was begun with another {other}: {Shown(state.Request, other)} then, {Shown(request, other)} now. Run the command as it was, or delete the file and begin again."
            );
        }

        FileStream data = PrivateFile.Open(PathOf(output));
        if (state.Bytes == 0)
        {
            // Nothing of it is needed, so it is replaced by a file that this process created.
            await data.DisposeAsync();
            File.Delete(PathOf(output));
            return Begin(output, request);
        }

        IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!await IsAsLeftAsync(data, hash, state, cancellationToken))
        {
            await data.DisposeAsync();
            hash.Dispose();
            throw new UsageException($"{PathOf(output)} was changed since the export was broken off. Delete it and begin again.");
        }

        data.SetLength(state.Bytes);
        return new ResumableExportFile(output, data, hash, state);
    }

    private static async Task<bool> IsAsLeftAsync(
        FileStream data,
        IncrementalHash hash,
        ExportCheckpoint state,
        CancellationToken cancellationToken
    )
    {
        byte[] buffer = new byte[64 * 1024];
        for (long rest = state.Bytes; rest > 0; )
        {
            int read = await data.ReadAsync(buffer.AsMemory(0, (int)Math.Min(rest, buffer.Length)), cancellationToken);
            if (read == 0)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            rest -= read;
        }

        return Convert.ToHexString(hash.GetCurrentHash()) == state.Sha256;
    }

    private static string StatePath(string output) => PathOf(output) + ".state";

    private static string Shown(IReadOnlyDictionary<string, string> request, string name) =>
        request.GetValueOrDefault(name) is { Length: > 0 } value ? $"'{value}'" : "none";
}
