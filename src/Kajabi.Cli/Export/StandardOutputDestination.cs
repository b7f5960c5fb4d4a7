using System.Text;

namespace Kajabi.Cli.Export;

/// <summary>Writes an export to standard output, where it cannot be resumed.</summary>
internal sealed class StandardOutputDestination(TextWriter output) : IExportDestination
{
    /// <summary>The value of <c>--output</c> for standard output.</summary>
    public const string Name = "-";

    public bool IsEmpty => Count == 0;

    public int NextPage => 1;

    public long Count { get; private set; }

    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, int count, int? nextPage, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetString(bytes.Span).AsMemory(), cancellationToken);

        // Detects a closed pipe before the next page is requested.
        await output.FlushAsync(cancellationToken);
        Count += count;
    }

    public Task CompleteAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
