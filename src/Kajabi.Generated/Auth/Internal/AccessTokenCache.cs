using Microsoft.Extensions.Logging;

namespace Kajabi.Auth.Internal;

/// <summary>
/// Caches the access token of one client. Concurrent callers share a single token request; a canceled caller does not cancel
/// it for the others, and failures are not cached. A token that is about to expire is refreshed in the background.
/// </summary>
/// <param name="provider">Requests new tokens.</param>
/// <param name="timeout">The timeout of a token request.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs failures that no caller sees.</param>
internal sealed class AccessTokenCache(ITokenProvider provider, TimeSpan timeout, TimeProvider time, ILogger logger) : IDisposable
{
    // The delay between two attempts to refresh a token that is still valid.
    private static readonly TimeSpan s_refreshRetryDelay = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly RejectionHistory _rejections = new(time);

    // The operations whose 401 caused the pending token request.
    private readonly HashSet<OperationKey> _requesters = [];
    private CachedAccessToken? _token;
    private Task<CachedAccessToken>? _pendingRefresh;
    private bool _isRefreshForRejection;
    private long? _failedAt;

    /// <summary>Returns a valid token.</summary>
    /// <param name="cancellationToken">Ends the wait of this caller only.</param>
    /// <exception cref="KajabiException">No access token could be obtained.</exception>
    public ValueTask<CachedAccessToken> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CachedAccessToken? cached;
        Task<CachedAccessToken> pendingRefresh;
        lock (_lock)
        {
            cached = _token;
            if (cached is { IsValid: true })
            {
                if (
                    cached.ShouldRefresh
                    && _pendingRefresh is null
                    && !(_failedAt is { } failed && time.GetElapsedTime(failed) < s_refreshRetryDelay)
                )
                {
                    _pendingRefresh = StartRefresh();
                }

                return ValueTask.FromResult(cached);
            }

            pendingRefresh = _pendingRefresh ??= StartRefresh();
        }

        // A token that has not expired is the fallback when the refresh fails or takes too long.
        TimeSpan fallback = cached?.TimeToExpiration ?? TimeSpan.Zero;
        return new ValueTask<CachedAccessToken>(
            fallback > TimeSpan.Zero
                ? WaitAsync(pendingRefresh, cached!, fallback / 2, cancellationToken)
                : pendingRefresh.WaitAsync(cancellationToken)
        );
    }

    /// <summary>Returns another token after the API rejected one with 401.</summary>
    /// <param name="rejected">The rejected token; it may no longer be the current one.</param>
    /// <param name="isNew">Whether it was requested because of an earlier 401 of the same request.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Ends the wait of this caller only.</param>
    /// <returns>
    /// The token, and whether it was requested because of a 401; null when there is no other token, when the operation rejects every
    /// token, or when the token was revoked.
    /// </returns>
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
        lock (_lock)
        {
            if (rejected.IsRevoked)
            {
                return null;
            }

            _rejections.AddRejection(operation, rejected, isNew);
            bool isCurrent = _token?.Value == rejected.Value;
            if (!isCurrent && _token is { IsValid: true } refreshed)
            {
                // Another request has refreshed the token in the meantime.
                return (refreshed, false);
            }

            if (_pendingRefresh is null && !_rejections.AllowsRefresh(operation))
            {
                return null;
            }

            rejected.IsRejected = true;
            if (isCurrent)
            {
                _token!.IsRejected = true;
            }

            if (_pendingRefresh is null)
            {
                _rejections.AddRefresh();
            }

            pendingRefresh = _pendingRefresh ??= StartRefresh();
            _requesters.Add(operation);
            isForRejection = _isRefreshForRejection;
        }

        CachedAccessToken token = await pendingRefresh.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (token.Value == rejected.Value)
        {
            lock (_lock)
            {
                _rejections.AddDeadEnd(operation, token);
            }

            return null;
        }

        // A token that was requested before the 401, or by another process, may have been revoked together with the rejected one.
        return (token, isForRejection && !token.IsShared);
    }

    /// <summary>
    /// Records that the API accepted a token, and shares it with other processes once it has proved better than the previous one.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>A task that completes when other processes can read the token. It is not canceled: the request has its response.</returns>
    public Task AcceptAsync(CachedAccessToken token, OperationKey operation)
    {
        if (!token.TryAddAcceptance(operation))
        {
            return Task.CompletedTask;
        }

        lock (_lock)
        {
            _rejections.AddAcceptance(operation);
            if (!token.IsUnconfirmed || !token.IsRequestedBy(operation))
            {
                return Task.CompletedTask;
            }

            token.IsUnconfirmed = false;
        }

        return provider.ConfirmAsync(token, _disposed.Token);
    }

    /// <summary>Removes the current token from the cache so that it can be revoked. The next request gets a new one.</summary>
    /// <returns>The token; null when none is cached.</returns>
    public async Task<CachedAccessToken?> DetachAsync(CancellationToken cancellationToken)
    {
        CachedAccessToken? token;
        bool isDetached;
        do
        {
            isDetached = TryDetach(out token, out Task wait, cancellationToken);
            await wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        } while (!isDetached);

        return token;
    }

    /// <summary>Cancels a pending refresh.</summary>
    public void Dispose() => _disposed.Cancel();

    private bool TryDetach(out CachedAccessToken? token, out Task wait, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_pendingRefresh is { } pendingRefresh)
            {
                // The token of the pending request must be revoked too.
                (token, wait) = (null, Task.WhenAny(pendingRefresh));
                return false;
            }

            token = _token is { IsRevoked: true } ? null : _token;
            token?.IsRevoked = true;
            wait = token is null ? Task.CompletedTask : provider.DetachAsync(token, cancellationToken).IgnoreUnobservedException();
            return true;
        }
    }

    private async Task<CachedAccessToken> WaitAsync(
        Task<CachedAccessToken> pendingRefresh,
        CachedAccessToken fallback,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await pendingRefresh.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return fallback;
        }
    }

    private Task<CachedAccessToken> StartRefresh()
    {
        CachedAccessToken? previous = _token;
        _isRefreshForRejection = previous is { IsRejected: true };
        _requesters.Clear();
        return Task.Run(() => RequestTokenAsync(previous), CancellationToken.None).IgnoreUnobservedException();
    }

    private async Task<CachedAccessToken> RequestTokenAsync(CachedAccessToken? previous)
    {
        CachedAccessToken? token = null;
        try
        {
            using CancellationTokenSource limit = new(timeout, time);
            using CancellationTokenRegistration registration = _disposed.Token.CancelAlso(limit);
            return token = await provider.IssueAsync(previous, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (previous is { HasExpired: false } && !_disposed.IsCancellationRequested)
        {
            logger.TokenRefreshFailed(exception is KajabiApiException failure ? $"{failure.Kind}" : exception.GetType().Name);
            throw;
        }
        finally
        {
            lock (_lock)
            {
                if (_isRefreshForRejection && token is { IsShared: false })
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
