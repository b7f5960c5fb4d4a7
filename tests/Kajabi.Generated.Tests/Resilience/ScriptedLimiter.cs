using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Kajabi.Tests.Resilience;

/// <summary>A limiter of an application: returns the scripted leases in their order, and then acquired ones.</summary>
internal sealed class ScriptedLimiter : RateLimiter
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task<RateLimitLease>>> _script = new();
    private int _released;

    /// <summary>The number of acquired leases that were disposed.</summary>
    public int Released => _released;

    public int Acquisitions { get; private set; }

    public bool IsDisposed { get; private set; }

    public Action? OnRelease { get; init; }

    public override TimeSpan? IdleDuration => null;

    public ScriptedLimiter ThenReject(string? metadata = null, object? value = null)
    {
        _script.Enqueue(_ => Task.FromResult<RateLimitLease>(new Lease(this, isAcquired: false, metadata, value)));
        return this;
    }

    public ScriptedLimiter ThenThrow(Exception exception)
    {
        _script.Enqueue(_ => throw exception);
        return this;
    }

    /// <summary>Acquires a lease after some work.</summary>
    public ScriptedLimiter ThenAcquireAfter(Func<CancellationToken, Task> work)
    {
        _script.Enqueue(async cancellationToken =>
        {
            await work(cancellationToken);
            return new Lease(this, isAcquired: true, null, null);
        });
        return this;
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Acquisitions += permitCount;
        cancellationToken.ThrowIfCancellationRequested();
        return _script.TryDequeue(out Func<CancellationToken, Task<RateLimitLease>>? next)
            ? new ValueTask<RateLimitLease>(next(cancellationToken))
            : ValueTask.FromResult<RateLimitLease>(new Lease(this, isAcquired: true, null, null));
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private sealed class Lease(ScriptedLimiter limiter, bool isAcquired, string? metadata, object? value) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => metadata is null ? [] : [metadata];

        public override bool TryGetMetadata(string metadataName, out object? found)
        {
            found = metadataName == metadata ? value : null;
            return metadataName == metadata;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (isAcquired)
            {
                Interlocked.Increment(ref limiter._released);
                limiter.OnRelease?.Invoke();
            }
        }
    }
}
