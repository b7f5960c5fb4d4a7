using System.Security.Cryptography;
using Newtonsoft.Json;

namespace Kajabi.Cli.Export;

/// <summary>How far an export has come: everything that is needed to go on where it was broken off.</summary>
/// <param name="Request">What was asked for, in words that can be compared.</param>
/// <param name="NextPage">The number of the page to go on with.</param>
/// <param name="Bytes">How long the file is with the pages before that one.</param>
/// <param name="Sha256">The hash of so many bytes.</param>
/// <param name="Count">How many resources they hold.</param>
internal sealed record ExportCheckpoint(IReadOnlyDictionary<string, string> Request, int NextPage, long Bytes, string Sha256, long Count)
{
    private const string NewSuffix = ".new";

    /// <summary>The state of a file with nothing in it.</summary>
    public static ExportCheckpoint Nothing(IReadOnlyDictionary<string, string> request) =>
        new(request, 1, 0, Convert.ToHexString(SHA256.HashData([])), 0);

    /// <summary>Reads the state of a file.</summary>
    /// <returns>The state; null where there is none or it makes no sense.</returns>
    public static async Task<ExportCheckpoint?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using FileStream file = PrivateFile.Open(path);
            using StreamReader text = new(file);
            ExportCheckpoint? state = JsonConvert.DeserializeObject<ExportCheckpoint>(await text.ReadToEndAsync(cancellationToken));
            return state is { Request: not null, Sha256: not null, NextPage: > 0, Bytes: >= 0, Count: >= 0 } ? state : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the state before, as a whole or not at all.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        // Nobody can place a link under a name that nobody can know.
        string next = $"{path}.{Path.GetRandomFileName()}{NewSuffix}";
        try
        {
            await using (FileStream file = PrivateFile.Create(next))
            {
                await using StreamWriter text = new(file, leaveOpen: true);
                await text.WriteAsync(JsonConvert.SerializeObject(this, Formatting.Indented).AsMemory(), cancellationToken);
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

    /// <summary>Deletes the state, and what a process left that was killed while it wrote one.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (
            string left in Directory
                .EnumerateFiles(folder, $"*{NewSuffix}")
                .Where(file => file.StartsWith(Path.GetFullPath(path) + ".", StringComparison.Ordinal))
        )
        {
            File.Delete(left);
        }
    }
}
