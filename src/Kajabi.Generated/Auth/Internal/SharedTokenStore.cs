using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Stores the access token in the distributed cache. Cache failures are logged and treated as a cache miss.
/// </summary>
/// <param name="cache">The cache. Its local level is skipped, because it does not see what other processes store.</param>
/// <param name="key">The key of the entry.</param>
/// <param name="protector">Encrypts the token; null for plain text.</param>
/// <param name="timeout">The timeout of a token request.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs failures.</param>
internal sealed class SharedTokenStore(
    HybridCache cache,
    string key,
    IDataProtector? protector,
    TimeSpan timeout,
    TimeProvider time,
    ILogger logger
)
{
    // A slower cache is no faster than a token request, which needs the rest of the timeout.
    private static readonly TimeSpan s_maxCacheTimeout = TimeSpan.FromSeconds(2);
    private const int TimeoutDivisor = 4;

    private static readonly HybridCacheEntryOptions s_read = new()
    {
        Flags = HybridCacheEntryFlags.DisableLocalCache | HybridCacheEntryFlags.DisableUnderlyingData,
    };

    private TimeSpan CacheTimeout =>
        timeout > TimeSpan.Zero && timeout / TimeoutDivisor < s_maxCacheTimeout ? timeout / TimeoutDivisor : s_maxCacheTimeout;

    public Task<CachedAccessToken?> ReadAsync(CancellationToken timeLimit) =>
        TryAsync(
            "read",
            async cancellationToken =>
            {
                byte[]? entry = await cache
                    .GetOrCreateAsync(key, static _ => ValueTask.FromResult<byte[]?>(null), s_read, tags: null, cancellationToken)
                    .ConfigureAwait(false);
                return entry is null ? null : SharedTokenSerializer.Deserialize(protector?.Unprotect(entry) ?? entry, time);
            },
            timeLimit
        );

    public Task WriteAsync(CachedAccessToken token, CancellationToken timeLimit) =>
        token.IsFresh
            ? TryAsync(
                "stored",
                async cancellationToken =>
                {
                    byte[] entry = SharedTokenSerializer.Serialize(token, time);
                    HybridCacheEntryOptions options = new()
                    {
                        Expiration = token.TimeToExpiration,
                        Flags = HybridCacheEntryFlags.DisableLocalCache,
                    };
                    await cache
                        .SetAsync(key, protector?.Protect(entry) ?? entry, options, tags: null, cancellationToken)
                        .ConfigureAwait(false);
                    return null;
                },
                timeLimit
            )
            : Task.CompletedTask;

    public Task RemoveAsync(CancellationToken timeLimit) =>
        TryAsync(
            "removed",
            async cancellationToken =>
            {
                await cache.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
                return null;
            },
            timeLimit
        );

    private async Task<CachedAccessToken?> TryAsync(
        string action,
        Func<CancellationToken, Task<CachedAccessToken?>> access,
        CancellationToken timeLimit
    )
    {
        using CancellationTokenSource limit = new(CacheTimeout, time);
        using CancellationTokenRegistration registration = timeLimit.CancelAlso(limit);
        try
        {
            // On another thread, and abandoned when it is late: a cache may ignore the cancellation token.
            return await Task.Run(() => access(limit.Token), limit.Token)
                .IgnoreUnobservedException()
                .WaitAsync(limit.Token)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (!timeLimit.IsCancellationRequested)
            {
                logger.TokenCacheFailed(action, exception.GetType().Name);
            }

            return null;
        }
    }
}
