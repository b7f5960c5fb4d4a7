using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Hybrid;

namespace Kajabi.Tests.Auth;

/// <summary>A hybrid cache that is shared between processes. Its entries never expire.</summary>
internal sealed class InMemoryHybridCache : HybridCache
{
    public ConcurrentDictionary<string, byte[]> Entries { get; } = new();

    /// <summary>The lifetimes of the stored entries, in their order.</summary>
    public ConcurrentQueue<TimeSpan?> Expirations { get; } = new();

    /// <summary>Awaited before every access; throws to simulate a broken cache.</summary>
    public Func<Task> Access { get; set; } = static () => Task.CompletedTask;

    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key,
        TState state,
        Func<TState, CancellationToken, ValueTask<T>> factory,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default
    )
    {
        Assert.Equal(HybridCacheEntryFlags.DisableLocalCache | HybridCacheEntryFlags.DisableUnderlyingData, options?.Flags);
        await Access();
        return Entries.TryGetValue(key, out byte[]? entry) ? (T)(object)entry : default!;
    }

    public override async ValueTask SetAsync<T>(
        string key,
        T value,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default
    )
    {
        Assert.Equal(HybridCacheEntryFlags.DisableLocalCache, options?.Flags);
        await Access();
        Expirations.Enqueue(options?.Expiration);
        Entries[key] = (byte[])(object)value!;
    }

    public override async ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        await Access();
        Entries.TryRemove(key, out _);
    }

    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
