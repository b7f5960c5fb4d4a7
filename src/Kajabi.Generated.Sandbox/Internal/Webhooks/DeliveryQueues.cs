namespace Kajabi.Sandbox.Internal.Webhooks;

/// <summary>Runs work in named queues: one after the other in a queue, and the queues in parallel.</summary>
internal sealed class DeliveryQueues : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _queues = new(StringComparer.Ordinal);

    /// <summary>The queues that wait for the clock, and the timestamps until which they do.</summary>
    private readonly Dictionary<string, long> _waiting = new(StringComparer.Ordinal);
    private TaskCompletionSource _waitingChanged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _stop = new();

    /// <summary>Starts work after the earlier work of a queue.</summary>
    /// <param name="queue">The name of the queue.</param>
    /// <param name="work">The work, whose token is canceled after <see cref="Restart"/>.</param>
    public void Enqueue(string queue, Func<CancellationToken, Task> work)
    {
        lock (_lock)
        {
            Task previous = _queues.GetValueOrDefault(queue, Task.CompletedTask);
            CancellationToken stop = _stop.Token;
            _queues[queue] = Task.Run(async () =>
            {
                await previous;
                try
                {
                    await work(stop);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    // The sandbox is stopping, or it was reset.
                }
            });
        }
    }

    /// <summary>Waits until no work is pending, including what other work has started.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] pending;
            lock (_lock)
            {
                pending = [.. _queues.Values.Where(static queue => !queue.IsCompleted)];
            }

            if (pending.Length == 0)
            {
                return;
            }

            await Task.WhenAll(pending).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until no work is pending, or all pending work waits for a clock that is stopped.</summary>
    public async Task WaitForDueAsync(SandboxClock clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task[] pending;
            Task changed;
            lock (_lock)
            {
                pending =
                [
                    .. _queues
                        .Where(queue => !queue.Value.IsCompleted && !(clock.IsStopped && IsWaiting(queue.Key, clock)))
                        .Select(static queue => queue.Value),
                ];
                changed = _waitingChanged.Task;
            }

            if (pending.Length == 0)
            {
                return;
            }

            await Task.WhenAny(Task.WhenAll(pending), changed).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Delays the work of a queue.</summary>
    public async Task DelayAsync(string queue, TimeSpan duration, TimeProvider time, CancellationToken stop)
    {
        Task delay;
        lock (_lock)
        {
            _waiting[queue] = time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);
            delay = Task.Delay(duration, time, stop);
            _waitingChanged.SetResult();
            _waitingChanged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await delay;
        }
        finally
        {
            lock (_lock)
            {
                _waiting.Remove(queue);
            }
        }
    }

    /// <summary>Separates the work that starts from now on from the earlier work.</summary>
    /// <returns>Cancels the earlier work, which can run code of the caller. Call it without a lock.</returns>
    public Action Restart()
    {
        lock (_lock)
        {
            CancellationTokenSource canceled = _stop;
            _stop = new CancellationTokenSource();
            return () =>
            {
                canceled.Cancel();
                canceled.Dispose();
            };
        }
    }

    // A timer that is due may not have continued its queue yet.
    private bool IsWaiting(string queue, TimeProvider time) => _waiting.TryGetValue(queue, out long end) && end > time.GetTimestamp();

    /// <summary>Cancels the work, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await WaitAsync(CancellationToken.None);
        _stop.Dispose();
    }
}
