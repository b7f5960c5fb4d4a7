namespace Kajabi.Auth.Internal;

/// <summary>
/// Remembers which operations reject even a new access token, so that they do not cause a token request for each request. Not
/// thread-safe: the token cache calls it inside its lock.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class RejectionHistory(TimeProvider time)
{
    // How long an operation that rejected a new token does not cause another token request.
    private static readonly TimeSpan s_refreshRetryDelay = TimeSpan.FromMinutes(1);

    // An operation that rejects a token for some resources only, which the API key may not access, looks like one whose token
    // was revoked. This number of consecutive new tokens distinguishes the two.
    private const int MaxNewTokens = 3;

    // When this many operations are paused, another rejection is unlikely to be specific to its operation.
    private const int MaxPausedOperations = 3;

    private readonly Dictionary<OperationKey, Rejection> _rejections = [];
    private readonly HashSet<OperationKey> _accepting = [];
    private long? _refreshedAt;

    /// <summary>Records that an operation accepted a token.</summary>
    public void AddAcceptance(OperationKey operation) => _accepting.Add(operation);

    /// <summary>Records that a token was requested because an operation rejected another.</summary>
    public void AddRefresh() => _refreshedAt = time.GetTimestamp();

    /// <summary>Records a rejection. It counts when the token was requested because of the same operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="token">The token that it rejected.</param>
    /// <param name="isNew">Whether the token was requested for the same request.</param>
    public void AddRejection(OperationKey operation, CachedAccessToken token, bool isNew)
    {
        bool hasAccepted = token.IsAcceptedBy(operation);
        Rejection? last = _rejections.GetValueOrDefault(operation);
        if ((isNew || (token.IsRequestedBy(operation) && !hasAccepted)) && last?.Token != token)
        {
            int count =
                !hasAccepted ? MaxNewTokens
                : IsRecent(last) ? last!.Count + 1
                : 1;
            _rejections[operation] = new Rejection(token, count, time.GetTimestamp());
        }
    }

    /// <summary>Records that there is no other token for an operation than the one that it rejected.</summary>
    public void AddDeadEnd(OperationKey operation, CachedAccessToken token) =>
        _rejections[operation] = new Rejection(token, MaxNewTokens, time.GetTimestamp());

    /// <summary>Returns whether another token may be requested because an operation rejected the current one.</summary>
    public bool AllowsRefresh(OperationKey operation)
    {
        if (IsPaused(_rejections.GetValueOrDefault(operation)))
        {
            return false;
        }

        bool isSpaced = _refreshedAt is not { } refreshed || time.GetElapsedTime(refreshed) >= s_refreshRetryDelay;
        return isSpaced || _accepting.Contains(operation) || _rejections.Values.Count(IsPaused) < MaxPausedOperations;
    }

    private bool IsPaused(Rejection? rejection) => IsRecent(rejection) && rejection!.Count >= MaxNewTokens;

    private bool IsRecent(Rejection? rejection) => rejection is not null && time.GetElapsedTime(rejection.At) < s_refreshRetryDelay;

    private sealed record Rejection(CachedAccessToken Token, int Count, long At);
}
