namespace Kajabi.Cli.Export;

/// <summary>Where the bytes of an export go.</summary>
internal interface IExportDestination : IAsyncDisposable
{
    /// <summary>Whether nothing was written yet.</summary>
    bool IsEmpty { get; }

    /// <summary>The number of the page to begin with.</summary>
    int NextPage { get; }

    /// <summary>How many resources were written.</summary>
    long Count { get; }

    /// <summary>Adds bytes.</summary>
    /// <param name="bytes">What is added.</param>
    /// <param name="count">How many resources it holds.</param>
    /// <param name="nextPage">The page that comes next; null where that is not known yet.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task AppendAsync(ReadOnlyMemory<byte> bytes, int count, int? nextPage, CancellationToken cancellationToken);

    /// <summary>Ends the export.</summary>
    Task CompleteAsync();
}
