using Kajabi.Cli.Sync.Database;
using Kajabi.Paging.Internal;

namespace Kajabi.Cli.Sync;

/// <summary>Adds to a mirror what is new in a list since its watermark. Writes nothing if nothing is new.</summary>
/// <param name="database">The database.</param>
/// <param name="mirror">The table.</param>
/// <param name="list">The list.</param>
/// <param name="state">The stored progress, with a watermark.</param>
/// <param name="progress">Reports the number of read resources and the total.</param>
internal sealed class IncrementalRun(
    SyncDatabase database,
    MirrorTable mirror,
    SyncedList list,
    SyncState state,
    Action<long, long?> progress
)
{
    /// <summary>Runs until everything that is new is in the mirror. The watermark changes at the end.</summary>
    public async Task RunAsync(ChangeTracking tracking, CancellationToken cancellationToken)
    {
        DateTimeOffset latest = state.Watermark!.Value;
        DateTimeOffset from = latest - ChangeOverlap.Default;
        ChangeReader changes = new(tracking, from, list.PrepareChanges(tracking, from));
        await foreach (Document page in changes.ReadPagesAsync(cancellationToken))
        {
            List<Resource> read = [.. page.PrimaryData.Where(resource => !(tracking.GetTime(resource) < from))];
            latest = read.Select(tracking.GetTime).OfType<DateTimeOffset>().Append(latest).Max();
            await WriteAsync(read, cancellationToken);
            progress(mirror.Counts.Read, null);
        }

        if (latest != state.Watermark)
        {
            await (state with { Watermark = latest }).SaveAsync(database, cancellationToken);
        }
    }

    private async Task WriteAsync(List<Resource> resources, CancellationToken cancellationToken)
    {
        MirrorChanges changes = await mirror.CompareAsync(resources, cancellationToken);
        if (changes.Rows.Count > 0)
        {
            await using DatabaseTransaction transaction = await database.BeginAsync(cancellationToken);
            await mirror.WriteAsync(changes, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
