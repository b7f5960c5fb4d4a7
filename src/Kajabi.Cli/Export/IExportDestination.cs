namespace Kajabi.Cli.Export;

/// <summary>The destination of an export: a file or standard output.</summary>
internal interface IExportDestination : IAsyncDisposable
{
    /// <summary>Whether nothing has been written yet.</summary>
    bool IsEmpty { get; }

    /// <summary>The number of the page to continue with.</summary>
    int NextPage { get; }

    /// <summary>The number of written resources.</summary>
    long Count { get; }

    /// <summary>Appends bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="count">The number of resources in them.</param>
    /// <param name="nextPage">The number of the next page; null if it is not known.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task AppendAsync(ReadOnlyMemory<byte> bytes, int count, int? nextPage, CancellationToken cancellationToken);

    /// <summary>Completes the export.</summary>
    Task CompleteAsync();
}
