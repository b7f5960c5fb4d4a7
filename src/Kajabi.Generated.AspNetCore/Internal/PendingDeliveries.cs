using System.Collections.Concurrent;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Serializes concurrent identical deliveries within this process.</summary>
internal sealed class PendingDeliveries
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _pending = new(StringComparer.Ordinal);

    /// <summary>Handles a delivery, unless a pending identical one succeeds first.</summary>
    /// <param name="key">The key of identical deliveries.</param>
    /// <param name="handle">Handles the delivery and returns whether it succeeded.</param>
    /// <param name="cancellationToken">Ends the wait for the other delivery.</param>
    /// <returns>Whether this or the other delivery succeeded.</returns>
    public async Task<bool> HandleAsync(string key, Func<Task<bool>> handle, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> own = new(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_pending.GetOrAdd(key, own) is { } current && current != own)
        {
            if (await current.Task.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        bool isSuccess = false;
        try
        {
            return isSuccess = await handle().ConfigureAwait(false);
        }
        finally
        {
            _pending.TryRemove(key, out _);
            own.SetResult(isSuccess);
        }
    }
}
