using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace Kajabi.AspNetCore.Internal;

/// <summary>Remembers which deliveries were handled. Where the cache fails, a delivery counts as new: twice is better than never.</summary>
/// <param name="cache">The cache, shared by all instances of the application if it is a shared one.</param>
/// <param name="prefix">Keeps applications apart that share a cache.</param>
/// <param name="rememberFor">How long a delivery is remembered.</param>
/// <param name="time">Bounds how long the cache is waited for.</param>
/// <param name="logger">Hears of a failing cache.</param>
internal sealed class ProcessedDeliveryStore(
    IDistributedCache cache,
    string prefix,
    TimeSpan rememberFor,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>A cache that hangs must not use up the time that Kajabi waits.</summary>
    public static readonly TimeSpan CacheTimeout = TimeSpan.FromSeconds(2);

    private static readonly byte[] s_mark = [1];

    public Task<bool> ContainsAsync(string key) =>
        TryAsync(async () => await cache.GetAsync(Name(key), CancellationToken.None).ConfigureAwait(false) is not null);

    public Task AddAsync(string key) =>
        TryAsync(async () =>
        {
            DistributedCacheEntryOptions entry = new() { AbsoluteExpirationRelativeToNow = rememberFor };
            await cache.SetAsync(Name(key), s_mark, entry, CancellationToken.None).ConfigureAwait(false);
            return true;
        });

    private async Task<bool> TryAsync(Func<Task<bool>> access)
    {
        try
        {
            // On another thread and observed: a cache may block its caller, and may fail after it was abandoned.
            return await Task.Run(access).Observed().WaitAsync(CacheTimeout, time).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            WebhookLog.DeduplicationCacheFailed(logger, exception);
            return false;
        }
    }

    private string Name(string key) => $"kajabi:webhook:{prefix}:{key}";
}
