using System.Text;
using Kajabi.Cli.Output;

namespace Kajabi.Cli.Export;

/// <summary>Streams pages to a destination, keeping one page in memory.</summary>
/// <param name="destination">Receives the pages.</param>
/// <param name="format">The format of the pages.</param>
/// <param name="hasIncludes">Whether related resources were requested.</param>
internal sealed class Exporter(IExportDestination destination, IExportFormat format, bool hasIncludes)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The total number of resources that the API reported; null if it reported none.</summary>
    public long? Total { get; private set; }

    /// <summary>Whether the list changed while it was read.</summary>
    public bool HasListChanged { get; private set; }

    /// <summary>Writes the pages and completes the destination.</summary>
    /// <param name="pages">The pages, starting at the next page of the destination.</param>
    /// <param name="progress">Reports the number of written resources and the total.</param>
    /// <param name="cancellationToken">Cancels the export, which can be resumed.</param>
    public async Task RunAsync(IAsyncEnumerable<Document> pages, Action<long, long?> progress, CancellationToken cancellationToken)
    {
        if (destination.IsEmpty)
        {
            await destination.AppendAsync(Encode(format.WriteStart), 0, destination.NextPage, cancellationToken);
        }

        try
        {
            await AppendAsync(pages, progress, cancellationToken);
        }
        catch (KajabiListChangedException)
        {
            // It is thrown after the last page, so the export is as complete as the API allows.
            HasListChanged = true;
        }

        await destination.AppendAsync(Encode(format.WriteEnd), 0, null, cancellationToken);
        await destination.CompleteAsync();
    }

    private async Task AppendAsync(IAsyncEnumerable<Document> pages, Action<long, long?> progress, CancellationToken cancellationToken)
    {
        await foreach (Document page in pages.WithCancellation(cancellationToken))
        {
            ThrowIfUnlinked(page);
            IReadOnlyList<Resource> resources = page.PrimaryData;
            bool isFirst = destination.Count == 0;
            byte[] bytes = Encode(text => format.WritePage(text, resources, isFirst));

            // A page is only known to be the last one when the sequence ends, so the next page is recorded if there is one.
            await destination.AppendAsync(bytes, resources.Count, page.NextPageNumber, cancellationToken);
            Total = page.Meta?.TotalCount ?? Total;
            progress(destination.Count, Total);
        }
    }

    /// <exception cref="UnusableResponseException">The page contains included resources that would be missing from the export.</exception>
    private void ThrowIfUnlinked(Document page)
    {
        if (hasIncludes && UnlinkedResources.Describe(page) is { } counts)
        {
            throw new UnusableResponseException(
                $"the response includes {counts} that no exported resource is linked to, so they would be "
                    + "missing from the export. Omit --include or --fields."
            );
        }
    }

    private static byte[] Encode(Action<TextWriter> write)
    {
        using MemoryStream bytes = new();
        using (StreamWriter text = new(bytes, s_utf8, leaveOpen: true) { NewLine = "\n" })
        {
            write(text);
        }

        return bytes.ToArray();
    }
}
