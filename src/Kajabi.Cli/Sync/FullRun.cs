using Kajabi.Cli.Sync.Database;
using Kajabi.Paging.Internal;

namespace Kajabi.Cli.Sync;

/// <summary>
/// Compares a whole list with its mirror. Each page is written in one transaction together with the progress, so the run continues where a
/// killed process stopped.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="mirror">The table.</param>
/// <param name="list">The list.</param>
/// <param name="state">The stored progress.</param>
/// <param name="progress">Reports the number of read resources and the total.</param>
internal sealed class FullRun(SyncDatabase database, MirrorTable mirror, SyncedList list, SyncState state, Action<long, long?> progress)
{
    private const int MaxPasses = 3;

    private readonly SeenResources _seen = new(database, state.Type);
    private SyncState _state = state;

    /// <summary>Runs until the mirror is complete.</summary>
    /// <returns>Whether the list was read without skipping resources, as far as that can be detected.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (!_state.IsFull)
        {
            await StartAsync(cancellationToken);
        }

        bool isComplete;
        while (true)
        {
            isComplete = await ReadAsync(cancellationToken);
            isComplete &= await DeleteMissingAsync(cancellationToken);
            if (isComplete || _state.Pass >= MaxPasses)
            {
                break;
            }

            _state = _state with { Pass = _state.Pass + 1, NextPage = null };
            await _state.SaveAsync(database, cancellationToken);
        }

        await using DatabaseTransaction transaction = await database.BeginAsync(cancellationToken);
        await _seen.ClearAsync(cancellationToken);
        await new SyncState(_state.Type, _state.NextWatermark).SaveAsync(database, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isComplete;
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        // What changes while the list is read is later than this, so the next incremental run reads it.
        DateTimeOffset? latest = await list.ReadLatestTimeAsync(cancellationToken);
        _state = new SyncState(_state.Type, _state.Watermark, IsFull: true, NextWatermark: latest);
        await using DatabaseTransaction transaction = await database.BeginAsync(cancellationToken);
        await _seen.ClearAsync(cancellationToken);
        await _state.SaveAsync(database, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Func<int, CancellationToken, Task<Document>> read = list.PreparePages();
        if (!list.IsSortable)
        {
            return await ReadForwardAsync(read, cancellationToken);
        }

        bool isResumed = _state.NextPage is not null;
        if (!isResumed)
        {
            Document first = await read(1, cancellationToken);
            if (NextPage.Find(first, 1) is null)
            {
                await WriteAsync(first, nextPage: 0, cancellationToken);
                return true;
            }

            if (first.Meta?.TotalPages is not { } total)
            {
                // Without the number of pages, the last one is unknown.
                return await ReadForwardAsync(read, cancellationToken);
            }

            _state = _state with { NextPage = (int)Math.Min(total, int.MaxValue) };
        }

        return await ReadBackwardAsync(read, _state.NextPage!.Value, isNewest: !isResumed, cancellationToken);
    }

    private async Task<bool> ReadBackwardAsync(
        Func<int, CancellationToken, Task<Document>> read,
        int start,
        bool isNewest,
        CancellationToken cancellationToken
    )
    {
        long? expected = null;
        if (start > 0)
        {
            await foreach ((int next, Document page) in PageWalk.BackwardAsync(read, start, isNewest, cancellationToken))
            {
                expected = Min(expected, page.Meta?.TotalCount);
                await WriteAsync(page, next, cancellationToken);
            }
        }

        // New resources are added, and deleted ones may have been read before: fewer than at any time means that some were skipped.
        return expected is null || await _seen.CountAsync(cancellationToken) >= expected;
    }

    private async Task<bool> ReadForwardAsync(Func<int, CancellationToken, Task<Document>> read, CancellationToken cancellationToken)
    {
        if (_state.NextPage == 0)
        {
            return true;
        }

        int first = list.IsSortable ? 1 : _state.NextPage ?? 1;
        ListChangeDetector changes = new(first);
        await foreach ((int next, Document page) in PageWalk.ForwardAsync(read, first, changes, cancellationToken))
        {
            await WriteAsync(page, list.IsSortable ? null : next, cancellationToken);
        }

        // Before the process continued here, the list can have changed.
        return first == 1 && !changes.HasChanged;
    }

    private async Task WriteAsync(Document page, int? nextPage, CancellationToken cancellationToken)
    {
        MirrorChanges changes = await mirror.CompareAsync(page.PrimaryData, cancellationToken);
        SyncState next = _state with { NextPage = nextPage };
        await using (DatabaseTransaction transaction = await database.BeginAsync(cancellationToken))
        {
            await mirror.WriteAsync(changes, cancellationToken);
            await _seen.AddAsync(changes.Ids, cancellationToken);
            await next.SaveAsync(database, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        _state = next;
        progress(mirror.Counts.Read, page.Meta?.TotalCount);
    }

    /// <summary>Deletes the rows of resources that were not read, if the API confirms that they do not exist.</summary>
    /// <returns>Whether none of them exists, so that no resource was skipped.</returns>
    private async Task<bool> DeleteMissingAsync(CancellationToken cancellationToken)
    {
        bool isComplete = true;
        while (await _seen.FindMissingAsync(cancellationToken) is { Count: > 0 } missing)
        {
            List<string> deleted = [];
            List<string> existing = [];
            foreach (string id in missing)
            {
                (await list.ExistsAsync(id, cancellationToken) ? existing : deleted).Add(id);
            }

            await using DatabaseTransaction transaction = await database.BeginAsync(cancellationToken);
            await mirror.DeleteAsync(deleted, cancellationToken);
            await _seen.AddAsync(existing, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isComplete &= existing.Count == 0;
        }

        return isComplete;
    }

    private static long? Min(long? left, long? right) => left < right ? left : right ?? left;
}
