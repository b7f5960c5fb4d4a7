using System.Text;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Export;

/// <summary>Writes pages to a destination, one after the other, and holds no more than one of them.</summary>
/// <param name="destination">Where the pages go.</param>
/// <param name="format">How they are written.</param>
/// <param name="hasIncludes">Whether related resources were asked for.</param>
internal sealed class Exporter(IExportDestination destination, IExportFormat format, bool hasIncludes)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How many resources the API said there are on all pages; null when it did not say.</summary>
    public long? Total { get; private set; }

    /// <summary>Whether the list changed while it was read.</summary>
    public bool HasListChanged { get; private set; }

    /// <summary>Writes the pages and completes the destination.</summary>
    /// <param name="pages">The pages, from the one on that the state of the file names.</param>
    /// <param name="progress">Is told how many resources are in the file, and of how many.</param>
    /// <param name="cancellationToken">Ends the export, which can be resumed.</param>
    public async Task RunAsync(IAsyncEnumerable<Document> pages, Action<long, long?> progress, CancellationToken cancellationToken)
    {
        if (destination.IsEmpty)
        {
            await destination.AppendAsync(Bytes(format.WriteStart), 0, destination.NextPage, cancellationToken);
        }

        try
        {
            await AppendAsync(pages, progress, cancellationToken);
        }
        catch (KajabiListChangedException)
        {
            // All pages were returned before it is thrown, so the export is complete as far as the API allows it.
            HasListChanged = true;
        }

        await destination.AppendAsync(Bytes(format.WriteEnd), 0, null, cancellationToken);
        await destination.CompleteAsync();
    }

    private async Task AppendAsync(IAsyncEnumerable<Document> pages, Action<long, long?> progress, CancellationToken cancellationToken)
    {
        await foreach (Document page in pages.WithCancellation(cancellationToken))
        {
            RefuseUnlinked(page);
            IReadOnlyList<Resource> resources = page.PrimaryData;
            bool isFirst = destination.Count == 0;
            byte[] bytes = Bytes(text => format.WritePage(text, resources, isFirst));

            // Whether a page is the last one is certain when the sequence ends, so none is recorded as such.
            await destination.AppendAsync(bytes, resources.Count, page.NextPageNumber, cancellationToken);
            Total = page.Meta?.TotalCount ?? Total;
            progress(destination.Count, Total);
        }
    }

    /// <exception cref="UnusableResponseException">The page holds included resources that would be missing from the export.</exception>
    private void RefuseUnlinked(Document page)
    {
        if (hasIncludes && UnlinkedResources.Describe(page) is { } counts)
        {
            throw new UnusableResponseException(
                $"the response includes {counts} without linking them to any resource that is exported, so they would be missing from the export. Leave --include or --fields out."
            );
        }
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
