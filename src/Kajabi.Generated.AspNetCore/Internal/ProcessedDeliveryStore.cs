using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace Kajabi.AspNetCore.Internal;

/// <summary>
/// Remembers which deliveries were handled. When the cache fails, a delivery counts as new: handling it twice is better than
/// never.
/// </summary>
/// <param name="cache">The cache; a distributed one is shared by all instances of the application.</param>
/// <param name="prefix">Separates applications that share a cache.</param>
/// <param name="deduplicationWindow">How long processed deliveries are remembered.</param>
/// <param name="time">The clock of the cache timeout.</param>
/// <param name="logger">Logs cache failures.</param>
internal sealed class ProcessedDeliveryStore(
    IDistributedCache cache,
    string prefix,
    TimeSpan deduplicationWindow,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>The timeout of a cache access, so that a slow cache does not use up the time that Kajabi waits.</summary>
    public static readonly TimeSpan CacheTimeout = TimeSpan.FromSeconds(2);

    private static readonly byte[] s_entry = [1];

    public Task<bool> ContainsAsync(string key) =>
        TryAsync(async () => await cache.GetAsync(GetEntryKey(key), CancellationToken.None).ConfigureAwait(false) is not null);

    public Task AddAsync(string key) =>
        TryAsync(async () =>
        {
            DistributedCacheEntryOptions options = new() { AbsoluteExpirationRelativeToNow = deduplicationWindow };
            await cache.SetAsync(GetEntryKey(key), s_entry, options, CancellationToken.None).ConfigureAwait(false);
            return true;
        });

    private async Task<bool> TryAsync(Func<Task<bool>> access)
    {
        try
        {
            // On another thread, with its exception observed: a cache may block its caller, and may fail after the timeout.
            return await Task.Run(access).IgnoreUnobservedException().WaitAsync(CacheTimeout, time).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            WebhookLog.DeduplicationCacheFailed(logger, exception);
            return false;
        }
    }

    private string GetEntryKey(string key) => $"kajabi:webhook:{prefix}:{key}";
}
