namespace Kajabi.Auth.Internal;

/// <summary>
/// Remembers which operations reject even a new access token, so that they do not cause a token request for each call. Not
/// thread-safe: the token cache calls it under its lock.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class RejectionHistory(TimeProvider time)
{
    // How long an operation that rejected a new token causes no other token request.
    private static readonly TimeSpan s_refreshRetryDelay = TimeSpan.FromMinutes(1);

    // An operation that accepts a token from some calls and rejects it from others, as for resources that the key may not
    // see, looks like one whose token was revoked. So many new tokens in a row tell them apart.
    private const int MaxNewTokens = 3;

    // With so many operations paused, it is no longer likely that the next one that rejects a token is an exception.
    private const int MaxPausedOperations = 3;

    private readonly Dictionary<OperationKey, Rejection> _rejections = [];
    private readonly HashSet<OperationKey> _accepting = [];
    private long? _refreshedAt;

    /// <summary>Notes that an operation has accepted a token.</summary>
    public void AddAcceptance(OperationKey operation) => _accepting.Add(operation);

    /// <summary>Notes that a token was requested because an operation had rejected another.</summary>
    public void AddRefresh() => _refreshedAt = time.GetTimestamp();

    /// <summary>Notes a rejection, which counts when the token was requested because of the same operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="token">The token that it rejected.</param>
    /// <param name="isNew">Whether the token was requested for the same call.</param>
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

    /// <summary>Notes that there is no other token for an operation than the one that it rejected.</summary>
    public void AddDeadEnd(OperationKey operation, CachedAccessToken token) =>
        _rejections[operation] = new Rejection(token, MaxNewTokens, time.GetTimestamp());

    /// <summary>Whether another token may be requested because an operation rejected the current one.</summary>
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
