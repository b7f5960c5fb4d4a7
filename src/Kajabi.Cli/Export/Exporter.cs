using System.Text;

namespace Kajabi.Cli.Export;

/// <summary>Carries pages into a file, one after the other, and holds no more than one of them.</summary>
internal sealed class Exporter(PartialFile file, IExportFormat format)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How many resources the API said there are on all pages; null when it did not say.</summary>
    public long? Total { get; private set; }

    /// <summary>Writes the pages and completes the file.</summary>
    /// <param name="pages">The pages, from the one on that the state of the file names.</param>
    /// <param name="progress">Is told how many resources are in the file, and of how many.</param>
    /// <param name="cancellationToken">Ends the export, which can be resumed.</param>
    public async Task RunAsync(IAsyncEnumerable<Document> pages, Action<long, long?> progress, CancellationToken cancellationToken)
    {
        if (file.State.Bytes == 0)
        {
            await file.AppendAsync(Bytes(format.WriteStart), 0, file.State.NextPage, cancellationToken);
        }

        await foreach (Document page in pages.WithCancellation(cancellationToken))
        {
            IReadOnlyList<Resource> resources = page.PrimaryResources;
            bool isFirst = file.Count == 0;
            byte[] bytes = Bytes(text => format.WritePage(text, resources, isFirst));

            // Whether a page is the last one is certain when the sequence ends, so none is recorded as such.
            await file.AppendAsync(bytes, resources.Count, page.NextPageNumber, cancellationToken);
            Total = page.Meta?.TotalCount ?? Total;
            progress(file.Count, Total);
        }

        await file.AppendAsync(Bytes(format.WriteEnd), 0, null, cancellationToken);
        await file.CompleteAsync();
    }

    private static byte[] Bytes(Action<TextWriter> write)
    {
        using MemoryStream bytes = new();
        using (StreamWriter text = new(bytes, s_utf8, leaveOpen: true) { NewLine = "\n" })
        {
            write(text);
        }

        return bytes.ToArray();
    }
}
