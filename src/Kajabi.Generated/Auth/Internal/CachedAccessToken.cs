using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kajabi.Auth.Internal;

/// <summary>
/// An access token as this process holds it. Its age is read off the monotonic clock, so that a clock that jumps
/// costs nothing. Never shows its value.
/// </summary>
/// <param name="value">The token itself.</param>
/// <param name="lifetime">How long it lives; zero for one that serves the calls that wait for it, and no later one.</param>
/// <param name="since">The timestamp at which its life began.</param>
/// <param name="time">The clock.</param>
/// <param name="isShared">Whether another process has got it.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class CachedAccessToken(string value, TimeSpan lifetime, long since, TimeProvider time, bool isShared = false)
{
    private readonly ConcurrentDictionary<OperationKey, bool> _acceptedBy = new();
    private readonly ConcurrentDictionary<OperationKey, bool> _requestedBy = new();
    private volatile bool _isRefused;
    private volatile bool _isRevoked;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; } = value;

    public TimeSpan Lifetime => lifetime;

    /// <summary>How much longer it lives, as far as is known.</summary>
    public TimeSpan Remaining => _isRefused || _isRevoked ? TimeSpan.Zero : lifetime - time.GetElapsedTime(since);

    /// <summary>Whether calls may carry it: it outlives a call that is under way.</summary>
    public bool IsValid => Remaining > Part(0.10, TimeSpan.FromMinutes(1));

    /// <summary>Whether it will serve for long enough to be taken over from another process.</summary>
    public bool IsFresh => Remaining > Part(0.20, TimeSpan.FromMinutes(5));

    /// <summary>
    /// Whether the time has come to renew it while it still serves. The process that has got it is the first to do so;
    /// those that share it find the new one.
    /// </summary>
    public bool ShouldRefresh => isShared ? Remaining <= Part(0.15, TimeSpan.FromMinutes(3)) : !IsFresh;

    /// <summary>Whether not even a call that has nothing better should carry it.</summary>
    public bool HasExpired => Remaining <= TimeSpan.Zero;

    /// <summary>Set once the API has answered it with 401.</summary>
    public bool IsRefused
    {
        get => _isRefused;
        set => _isRefused = value;
    }

    /// <summary>Set once the token was given up on purpose; a call that it fails is not repeated with another.</summary>
    public bool IsRevoked
    {
        get => _isRevoked;
        set => _isRevoked = value;
    }

    /// <summary>Whether another process has requested it.</summary>
    public bool IsShared => isShared;

    /// <summary>Set while it is not known whether it is any better than the token that it replaces, which others may share.</summary>
    public bool IsUnconfirmed { get; set; }

    /// <summary>Notes that an operation has accepted it.</summary>
    /// <returns>Whether that is news.</returns>
    public bool TryAddAcceptance(OperationKey operation) => !_acceptedBy.ContainsKey(operation) && _acceptedBy.TryAdd(operation, true);

    public bool IsAcceptedBy(OperationKey operation) => _acceptedBy.ContainsKey(operation);

    /// <summary>Notes that it was requested because an operation had rejected the one before it.</summary>
    public void AddRequester(OperationKey operation) => _requestedBy.TryAdd(operation, true);

    public bool IsRequestedBy(OperationKey operation) => _requestedBy.ContainsKey(operation);

    public override string ToString() => "access token";

    private TimeSpan Part(double fraction, TimeSpan largest) => lifetime * fraction < largest ? lifetime * fraction : largest;
}
