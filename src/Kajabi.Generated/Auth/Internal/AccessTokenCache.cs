using Microsoft.Extensions.Logging;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Keeps the access token of one credential for all its calls. However many of them wait, one pendingRefresh is under way;
/// a call that gives up takes nobody with it, and a failure is not kept. A token that nears its end is renewed while
/// calls go on with it.
/// </summary>
/// <param name="issuer">Gets new tokens.</param>
/// <param name="timeout">How long a pendingRefresh may take.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures go that no call sees.</param>
internal sealed class AccessTokenCache(ITokenProvider issuer, TimeSpan timeout, TimeProvider time, ILogger logger) : IDisposable
{
    // How long calls go on with a token that could not be renewed before one of them tries again.
    private static readonly TimeSpan s_refreshRetryDelay = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly RejectionHistory _rejections = new(time);

    // The operations whose 401 the token request in progress is for.
    private readonly HashSet<OperationKey> _requesters = [];
    private CachedAccessToken? _token;
    private Task<CachedAccessToken>? _pendingRefresh;
    private bool _isFlightForRejection;
    private long? _failedAt;

    /// <summary>Gives a token that is good now.</summary>
    /// <param name="cancellationToken">Ends the wait of this caller, and of no other.</param>
    /// <exception cref="KajabiException">There is no token to be had.</exception>
    public async ValueTask<CachedAccessToken> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CachedAccessToken? held;
        Task<CachedAccessToken> pendingRefresh;
        lock (_gate)
        {
            held = _token;
            if (held is { IsValid: true })
            {
                if (
                    held.ShouldRefresh
                    && _pendingRefresh is null
                    && !(_failedAt is { } failed && time.GetElapsedTime(failed) < s_refreshRetryDelay)
                )
                {
                    _pendingRefresh = StartRefresh();
                }

                return held;
            }

            pendingRefresh = _pendingRefresh ??= StartRefresh();
        }

        // A token that still lives is kept in reserve for a pendingRefresh that fails, or that does not end while it lives.
        TimeSpan reserve = held?.Remaining ?? TimeSpan.Zero;
        try
        {
            return await pendingRefresh
                .WaitAsync(reserve > TimeSpan.Zero ? reserve / 2 : Timeout.InfiniteTimeSpan, time, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception) when (reserve > TimeSpan.Zero && !cancellationToken.IsCancellationRequested)
        {
            return held!;
        }
    }

    /// <summary>Gives another token for one that the API has rejected with 401.</summary>
    /// <param name="rejected">The token that the call was sent with; perhaps no longer the current one.</param>
    /// <param name="isNew">Whether it was requested because of an earlier 401 of the same call.</param>
    /// <param name="operation">What was called.</param>
    /// <param name="cancellationToken">Ends the wait of this caller, and of no other.</param>
    /// <returns>The token, and whether it was requested because of a 401; null where there is no other, where it is not the token that the operation rejects, or where the token was revoked on purpose.</returns>
    /// <exception cref="KajabiException">No access token could be obtained.</exception>
    public async ValueTask<(CachedAccessToken Token, bool IsNew)?> RefreshAsync(
        CachedAccessToken rejected,
        bool isNew,
        OperationKey operation,
        CancellationToken cancellationToken
    )
    {
        Task<CachedAccessToken> pendingRefresh;
        bool isForRejection;
        lock (_gate)
        {
            if (rejected.IsRevoked)
            {
                return null;
            }

            _rejections.AddRejection(operation, rejected, isNew);
            bool isCurrent = _token?.Value == rejected.Value;
            if (!isCurrent && _token is { IsValid: true } renewed)
            {
                // Another call has had this one renewed while this call was under way.
                return (renewed, false);
            }

            if (_pendingRefresh is null && !_rejections.AllowsRefresh(operation))
            {
                return null;
            }

            rejected.IsRefused = true;
            if (isCurrent)
            {
                _token!.IsRefused = true;
            }

            if (_pendingRefresh is null)
            {
                _rejections.AddRefresh();
            }

            pendingRefresh = _pendingRefresh ??= StartRefresh();
            _requesters.Add(operation);
            isForRejection = _isFlightForRejection;
        }

        CachedAccessToken token = await pendingRefresh.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (token.Value == rejected.Value)
        {
            lock (_gate)
            {
                _rejections.AddDeadEnd(operation, token);
            }

            return null;
        }

        // One that was requested before the 401, or by another process, may have ended together with the rejected one.
        return (token, isForRejection && !token.IsShared);
    }

    /// <summary>Notes that the API has accepted a token, and gives it to others once it is known to be better than the one before.</summary>
    /// <param name="token">The token.</param>
    /// <param name="operation">What was called.</param>
    /// <returns>A task that ends when others can find the token. The call has its response: it is not canceled here.</returns>
    public Task AcceptAsync(CachedAccessToken token, OperationKey operation)
    {
        if (!token.TryAddAcceptance(operation))
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            _rejections.AddAcceptance(operation);
            if (!token.IsUnconfirmed || !token.IsRequestedBy(operation))
            {
                return Task.CompletedTask;
            }

            token.IsUnconfirmed = false;
        }

        return issuer.ConfirmAsync(token, _end.Token);
    }

    /// <summary>Gives the current token out of hand, to be revoked. The next call gets a new one.</summary>
    /// <returns>The token; null when there is none.</returns>
    public async Task<CachedAccessToken?> DetachAsync(CancellationToken cancellationToken)
    {
        CachedAccessToken? token;
        bool isForgotten;
        do
        {
            isForgotten = TryForget(out token, out Task wait, cancellationToken);
            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        } while (!isForgotten);

        return token;
    }

    /// <summary>Ends a renewal that is under way.</summary>
    public void Dispose() => _end.Cancel();

    private bool TryForget(out CachedAccessToken? token, out Task wait, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_pendingRefresh is { } pendingRefresh)
            {
                // What it is about to bring belongs to what is to be revoked.
                (token, wait) = (null, Task.WhenAny(pendingRefresh));
                return false;
            }

            token = _token is { IsRevoked: true } ? null : _token;
            token?.IsRevoked = true;
            wait = token is null ? Task.CompletedTask : issuer.DetachAsync(token, cancellationToken).IgnoreUnobservedException();
            return true;
        }
    }

    private Task<CachedAccessToken> StartRefresh()
    {
        CachedAccessToken? previous = _token;
        _isFlightForRejection = previous is { IsRefused: true };
        _requesters.Clear();
        return Task.Run(() => RequestTokenAsync(previous), CancellationToken.None).IgnoreUnobservedException();
    }

    private async Task<CachedAccessToken> RequestTokenAsync(CachedAccessToken? previous)
    {
        CachedAccessToken? token = null;
        try
        {
            using CancellationTokenSource limit = new(timeout, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _end.Token);
            return token = await issuer.IssueAsync(previous, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (previous is { HasExpired: false } && !_end.IsCancellationRequested)
        {
            logger.TokenRefreshFailed(exception is KajabiApiException failure ? $"{failure.Kind}" : exception.GetType().Name);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                if (_isFlightForRejection && token is { IsShared: false })
                {
                    _requesters.ToList().ForEach(token.AddRequester);
                }

                _pendingRefresh = null;
                _token = token ?? _token;
                _failedAt = token is null ? time.GetTimestamp() : null;
            }
        }
    }
}
