using System.Security.Cryptography;

namespace Kajabi.Cli.Export;

/// <summary>
/// An export file that is renamed to its final name when complete. A checkpoint is saved after each page. Data after the last checkpoint
/// is removed when the export is resumed.
/// </summary>
internal sealed class ResumableExportFile : IExportDestination
{
    private readonly string _output;
    private readonly FileStream _data;
    private readonly IncrementalHash _hash;

    private ResumableExportFile(string output, FileStream data, IncrementalHash hash, ExportCheckpoint checkpoint)
    {
        (_output, _data, _hash, Checkpoint, Count) = (output, data, hash, checkpoint, checkpoint.Count);
    }

    /// <summary>The last checkpoint.</summary>
    public ExportCheckpoint Checkpoint { get; private set; }

    public bool IsEmpty => Checkpoint.Bytes == 0;

    public int NextPage => Checkpoint.NextPage;

    /// <summary>The number of resources in the file, including those after the last checkpoint.</summary>
    public long Count { get; private set; }

    /// <summary>Returns the path of the file until it is complete.</summary>
    public static string GetPartialPath(string output) => output + ".partial";

    /// <summary>Creates a file or resumes an existing one.</summary>
    /// <param name="output">The path of the complete file.</param>
    /// <param name="request">The properties of the export that must be the same to resume it.</param>
    /// <param name="isResume">Whether to resume a partial file if there is one.</param>
    /// <param name="cancellationToken">Cancels the verification of the partial file.</param>
    /// <exception cref="UsageException">The output exists, or the partial file cannot be resumed. No file was changed.</exception>
    public static async Task<ResumableExportFile> OpenAsync(
        string output,
        IReadOnlyDictionary<string, string> request,
        bool isResume,
        CancellationToken cancellationToken
    )
    {
        foreach (string path in (string[])[output, GetPartialPath(output), GetCheckpointPath(output)])
        {
            PrivateFile.ThrowIfLink(path);
        }

        if (Path.Exists(output))
        {
            throw new UsageException(
                $"{output} already exists and is not overwritten. Move it, choose another name, or use --output - for standard output."
            );
        }

        if (!File.Exists(GetPartialPath(output)))
        {
            return Create(output, request);
        }

        return isResume
            ? await ResumeAsync(output, request, cancellationToken)
            : throw new UsageException(
                $"{GetPartialPath(output)} belongs to an interrupted export. Add --resume to continue it, or delete it to start again."
            );
    }

    /// <summary>Appends bytes, and saves a checkpoint if the next page is known.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="count">The number of resources in them.</param>
    /// <param name="nextPage">The number of the next page; null if it is not known, so that no checkpoint is saved.</param>
    /// <param name="cancellationToken">Cancels the write. A resumed export removes a partial one.</param>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, int count, int? nextPage, CancellationToken cancellationToken)
    {
        _hash.AppendData(bytes.Span);
        await _data.WriteAsync(bytes, cancellationToken);
        Count += count;
        if (nextPage is { } next)
        {
            // The data must be on disk before the checkpoint refers to it.
            _data.Flush(flushToDisk: true);
            ExportCheckpoint checkpoint = Checkpoint with
            {
                NextPage = next,
                Bytes = _data.Position,
                Count = Count,
                Sha256 = Convert.ToHexString(_hash.GetCurrentHash()),
            };
            await checkpoint.WriteAsync(GetCheckpointPath(_output), cancellationToken);
            Checkpoint = checkpoint;
        }
    }

    /// <summary>Renames the file to its final name.</summary>
    public async Task CompleteAsync()
    {
        _data.Flush(flushToDisk: true);
        await _data.DisposeAsync();
        File.Move(GetPartialPath(_output), _output);
        ExportCheckpoint.Delete(GetCheckpointPath(_output));
    }

    /// <summary>Deletes a file that contains no resources.</summary>
    public async Task DiscardAsync()
    {
        await _data.DisposeAsync();
        ExportCheckpoint.Delete(GetCheckpointPath(_output));
        File.Delete(GetPartialPath(_output));
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        _hash.Dispose();
    }

    private static ResumableExportFile Create(string output, IReadOnlyDictionary<string, string> request) =>
        new(
            output,
            PrivateFile.Create(GetPartialPath(output)),
            IncrementalHash.CreateHash(HashAlgorithmName.SHA256),
            ExportCheckpoint.CreateEmpty(request)
        );

    private static async Task<ResumableExportFile> ResumeAsync(
        string output,
        IReadOnlyDictionary<string, string> request,
        CancellationToken cancellationToken
    )
    {
        // A process that is killed immediately leaves an empty file without a checkpoint.
        ExportCheckpoint checkpoint =
            await ExportCheckpoint.ReadAsync(GetCheckpointPath(output), cancellationToken)
            ?? (new FileInfo(GetPartialPath(output)).Length == 0 ? ExportCheckpoint.CreateEmpty(request) : null)
            ?? throw new UsageException(
                $"{GetCheckpointPath(output)}, the checkpoint of {GetPartialPath(output)}, is missing or "
                    + "unreadable. Delete both files and start again."
            );
        if (
            request
                .Keys.Union(checkpoint.Request.Keys)
                .FirstOrDefault(name => request.GetValueOrDefault(name) != checkpoint.Request.GetValueOrDefault(name)) is
            { } difference
        )
        {
            throw new UsageException(
                $"{GetPartialPath(output)} was started with a different {difference}: {Format(checkpoint.Request, difference)} then, "
                    + $"{Format(request, difference)} now. Run the original command, or delete the file and start again."
            );
        }

        FileStream data = PrivateFile.Open(GetPartialPath(output));
        if (checkpoint.Bytes == 0)
        {
            // It contains no data, so it is replaced by a file that this process creates.
            await data.DisposeAsync();
            File.Delete(GetPartialPath(output));
            return Create(output, request);
        }

        IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!await checkpoint.MatchesAsync(data, hash, cancellationToken))
        {
            await data.DisposeAsync();
            hash.Dispose();
            throw new UsageException($"{GetPartialPath(output)} was changed after the export was interrupted. Delete it and start again.");
        }

        data.SetLength(checkpoint.Bytes);
        return new ResumableExportFile(output, data, hash, checkpoint);
    }

    private static string GetCheckpointPath(string output) => GetPartialPath(output) + ".state";

    private static string Format(IReadOnlyDictionary<string, string> request, string name) =>
        request.GetValueOrDefault(name) is { Length: > 0 } value ? $"'{value}'" : "none";
}
