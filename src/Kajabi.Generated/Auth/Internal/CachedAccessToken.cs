using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kajabi.Auth.Internal;

/// <summary>
/// An access token with its lifetime, measured on the monotonic clock so that changes of the system clock have no effect. Its
/// text form never contains the value.
/// </summary>
/// <param name="value">The token.</param>
/// <param name="lifetime">The lifetime; zero for a token that only the waiting requests use.</param>
/// <param name="since">The timestamp at which the lifetime began.</param>
/// <param name="time">The clock.</param>
/// <param name="isShared">Whether another process requested it.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class CachedAccessToken(string value, TimeSpan lifetime, long since, TimeProvider time, bool isShared = false)
{
    // Sets: the value is the key.
    private readonly ConcurrentDictionary<OperationKey, OperationKey> _acceptedBy = new();
    private readonly ConcurrentDictionary<OperationKey, OperationKey> _requestedBy = new();
    private volatile bool _isRejected;
    private volatile bool _isRevoked;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; } = value;

    public TimeSpan Lifetime => lifetime;

    /// <summary>The remaining lifetime, as far as it is known.</summary>
    public TimeSpan TimeToExpiration => _isRejected || _isRevoked ? TimeSpan.Zero : lifetime - time.GetElapsedTime(since);

    /// <summary>Whether requests may use it: it does not expire during a request.</summary>
    public bool IsValid => TimeToExpiration > Fraction(0.10, TimeSpan.FromMinutes(1));

    /// <summary>Whether its remaining lifetime is long enough to share it between processes.</summary>
    public bool IsFresh => TimeToExpiration > Fraction(0.20, TimeSpan.FromMinutes(5));

    /// <summary>
    /// Whether to refresh it before it expires. The process that requested it does so first; the processes that share it
    /// then find the new token in the cache.
    /// </summary>
    public bool ShouldRefresh => isShared ? TimeToExpiration <= Fraction(0.15, TimeSpan.FromMinutes(3)) : !IsFresh;

    /// <summary>Whether it has expired, so that it cannot even serve as a fallback.</summary>
    public bool HasExpired => TimeToExpiration <= TimeSpan.Zero;

    /// <summary>Set when the API rejected it with 401.</summary>
    public bool IsRejected
    {
        get => _isRejected;
        set => _isRejected = value;
    }

    /// <summary>Set when the application revoked it; a request that fails with it is not retried with another token.</summary>
    public bool IsRevoked
    {
        get => _isRevoked;
        set => _isRevoked = value;
    }

    /// <summary>Whether another process requested it.</summary>
    public bool IsShared => isShared;

    /// <summary>Set until the API has accepted it, when it replaces a rejected token that other processes may share.</summary>
    public bool IsUnconfirmed { get; set; }

    /// <summary>Records that an operation accepted it.</summary>
    /// <returns>Whether it was not recorded before.</returns>
    public bool TryAddAcceptance(OperationKey operation) => !_acceptedBy.ContainsKey(operation) && _acceptedBy.TryAdd(operation, operation);

    public bool IsAcceptedBy(OperationKey operation) => _acceptedBy.ContainsKey(operation);

    /// <summary>Records that it was requested because an operation rejected the previous one.</summary>
    public void AddRequester(OperationKey operation) => _requestedBy.TryAdd(operation, operation);

    public bool IsRequestedBy(OperationKey operation) => _requestedBy.ContainsKey(operation);

    public override string ToString() => "access token";

    private TimeSpan Fraction(double fraction, TimeSpan max) => lifetime * fraction < max ? lifetime * fraction : max;
}
