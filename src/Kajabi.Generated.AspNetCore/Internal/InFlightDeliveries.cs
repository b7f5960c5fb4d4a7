using System.Collections.Concurrent;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Handles equal deliveries that arrive together one after the other, within this process.</summary>
internal sealed class InFlightDeliveries
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _inHand = new(StringComparer.Ordinal);

    /// <summary>Handles a delivery, unless an equal one that is in hand comes to a good end first.</summary>
    /// <param name="key">What equal deliveries share.</param>
    /// <param name="handle">Handles it and says whether that went well.</param>
    /// <param name="cancellationToken">Ends the waiting for the other one.</param>
    /// <returns>Whether this or the other one was handled well.</returns>
    public async Task<bool> HandleAsync(string key, Func<Task<bool>> handle, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_inHand.GetOrAdd(key, mine) is { } current && current != mine)
        {
            if (await current.Task.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        bool isGood = false;
        try
        {
            return isGood = await handle().ConfigureAwait(false);
        }
        finally
        {
            _inHand.TryRemove(key, out _);
            mine.SetResult(isGood);
        }
    }
}
