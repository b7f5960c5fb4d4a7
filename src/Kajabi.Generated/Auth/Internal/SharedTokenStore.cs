using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;

namespace Kajabi.Auth.Internal;

/// <summary>
/// The access token of one credential in the cache that processes share. No trouble with the cache gets out of here:
/// it is logged, and what was sought counts as absent.
/// </summary>
/// <param name="cache">The cache. Its first level is passed over, because it cannot know what another process stores.</param>
/// <param name="key">Where the token stands.</param>
/// <param name="protector">Protects it; null for none.</param>
/// <param name="timeout">How long a pendingRefresh may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where trouble goes.</param>
internal sealed class SharedTokenStore(
    HybridCache cache,
    string key,
    IDataProtector? protector,
    TimeSpan timeout,
    TimeProvider time,
    ILogger logger
)
{
    // A cache that takes longer saves nothing over a request for a token, which the rest of the time limit is for.
    private static readonly TimeSpan s_longestPatience = TimeSpan.FromSeconds(2);
    private const int Share = 4;

    private static readonly HybridCacheEntryOptions s_read = new()
    {
        Flags = HybridCacheEntryFlags.DisableLocalCache | HybridCacheEntryFlags.DisableUnderlyingData,
    };

    private TimeSpan Patience => timeout > TimeSpan.Zero && timeout / Share < s_longestPatience ? timeout / Share : s_longestPatience;

    public Task<CachedAccessToken?> ReadAsync(CancellationToken timeLimit) =>
        TryAsync(
            "read",
            async cancellationToken =>
            {
                byte[]? entry = await cache
                    .GetOrCreateAsync(key, static _ => ValueTask.FromResult<byte[]?>(null), s_read, tags: null, cancellationToken)
                    .ConfigureAwait(false);
                return entry is null ? null : SharedTokenSerializer.Read(protector?.Unprotect(entry) ?? entry, time);
            },
            timeLimit
        );

    public Task WriteAsync(CachedAccessToken token, CancellationToken timeLimit) =>
        token.IsFresh
            ? TryAsync(
                "stored",
                async cancellationToken =>
                {
                    byte[] entry = SharedTokenSerializer.Write(token, time);
                    HybridCacheEntryOptions options = new()
                    {
                        Expiration = token.Remaining,
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
        Func<CancellationToken, Task<CachedAccessToken?>> act,
        CancellationToken timeLimit
    )
    {
        using CancellationTokenSource patience = new(Patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, timeLimit);
        try
        {
            // On a thread of its own and left behind when it is late: not every cache looks at the time limit.
            return await Task.Run(() => act(either.Token), either.Token)
                .IgnoreUnobservedException()
                .WaitAsync(either.Token)
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
