using Kajabi.Cli.Export;
using Kajabi.Cli.Sync.Database;
using Kajabi.Cli.Sync.Schema;
using Kajabi.Paging.Internal;
using Spectre.Console;

namespace Kajabi.Cli.Sync;

/// <summary>Updates the mirror of resource types, one after the other.</summary>
/// <param name="database">The database, with the tables of the types.</param>
/// <param name="kajabi">The client.</param>
/// <param name="pageSize">The number of resources per page.</param>
/// <param name="isFull">Whether all lists are read in full.</param>
/// <param name="console">Shows the progress; null for none.</param>
internal sealed class Synchronizer(SyncDatabase database, KajabiClient kajabi, int pageSize, bool isFull, IAnsiConsole? console)
{
    public async Task<TypeResult> RunAsync(SyncTable table, CancellationToken cancellationToken)
    {
        SyncState state = await SyncState.LoadAsync(database, table.Type, cancellationToken);
        SyncedList list = new(kajabi, table.Type, pageSize);
        MirrorTable mirror = new(database, table);
        bool isComplete = true;
        SyncMode mode = SyncMode.Full;
        await ExportProgress.ShowAsync(
            console,
            table.Type,
            async progress =>
            {
                if (isFull || state.IsFull || state.Watermark is null || list.Tracking is not { } tracking)
                {
                    isComplete = await new FullRun(database, mirror, list, state, progress).RunAsync(cancellationToken);
                    return;
                }

                mode = tracking.FindsChanges ? SyncMode.Changed : SyncMode.Created;
                await new IncrementalRun(database, mirror, list, state, progress).RunAsync(tracking, cancellationToken);
            }
        );
        return new TypeResult(table.Type, mode, mirror.Counts, isComplete);
    }
}
