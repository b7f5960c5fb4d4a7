using System.Security.Cryptography;
using System.Text.Json;

namespace Kajabi.Cli.Export;

/// <summary>The progress of an export, which is needed to resume it.</summary>
/// <param name="Request">The properties that must be the same to resume the export.</param>
/// <param name="NextPage">The number of the next page.</param>
/// <param name="Bytes">The length of the file with all pages before the next one, in bytes.</param>
/// <param name="Sha256">The hash of these bytes.</param>
/// <param name="Count">The number of resources in these bytes.</param>
internal sealed record ExportCheckpoint(IReadOnlyDictionary<string, string> Request, int NextPage, long Bytes, string Sha256, long Count)
{
    private const string NewSuffix = ".new";

    /// <summary>Creates the checkpoint of an empty file.</summary>
    public static ExportCheckpoint CreateEmpty(IReadOnlyDictionary<string, string> request) =>
        new(request, 1, 0, Convert.ToHexString(SHA256.HashData([])), 0);

    /// <summary>Reads a checkpoint.</summary>
    /// <returns>The checkpoint; null if it does not exist or is invalid.</returns>
    public static async Task<ExportCheckpoint?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream file = PrivateFile.Open(path);
            using StreamReader text = new(file);
            ExportCheckpoint? checkpoint = JsonSerializer.Deserialize(
                await text.ReadToEndAsync(cancellationToken),
                ExportCheckpointContext.Default.ExportCheckpoint
            );
            return checkpoint is { Request: not null, Sha256: not null, NextPage: > 0, Bytes: >= 0, Count: >= 0 } ? checkpoint : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the previous checkpoint atomically.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        // The name is random, so that no other user can create a link with that name in advance.
        string next = $"{path}.{Path.GetRandomFileName()}{NewSuffix}";
        try
        {
            await using (FileStream file = PrivateFile.Create(next))
            {
                await using StreamWriter text = new(file, leaveOpen: true);
                await text.WriteAsync(
                    JsonSerializer.Serialize(this, ExportCheckpointContext.Default.ExportCheckpoint).AsMemory(),
                    cancellationToken
                );
                await text.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(next, path, overwrite: true);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }

    /// <summary>Returns whether a file starts with the bytes that it had at the checkpoint.</summary>
    /// <param name="data">The file, at its start. It is at the end of these bytes afterwards.</param>
    /// <param name="hash">A new hash, which has the read bytes afterwards.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<bool> MatchesAsync(Stream data, IncrementalHash hash, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        long remaining = Bytes;
        while (remaining > 0)
        {
            int read = await data.ReadAsync(buffer.AsMemory(0, (int)Math.Min(remaining, buffer.Length)), cancellationToken);
            if (read == 0)
            {
                return false;
            }

            hash.AppendData(buffer, 0, read);
            remaining -= read;
        }

        return Convert.ToHexString(hash.GetCurrentHash()) == Sha256;
    }

    /// <summary>Deletes the checkpoint and the temporary files of processes that were killed.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (
            string temporaryFile in Directory
                .EnumerateFiles(folder, $"*{NewSuffix}")
                .Where(file => file.StartsWith(Path.GetFullPath(path) + ".", StringComparison.Ordinal))
        )
        {
            File.Delete(temporaryFile);
        }
    }
}
