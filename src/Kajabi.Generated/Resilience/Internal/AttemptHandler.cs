using Polly.Timeout;

namespace Kajabi.Resilience.Internal;

/// <summary>Counts attempts and applies the attempt timeout to retryable requests.</summary>
/// <param name="options">The default attempt timeout.</param>
/// <param name="time">The clock.</param>
internal sealed class AttemptHandler(KajabiRetryOptions options, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestKind kind = request.GetKind();
        if (kind == RequestKind.Write)
        {
            // .NET resends a request without a body, whatever its method, when a pooled connection closes without a response.
            // It never resends one with a body, even an empty one.
            request.Content ??= new ByteArrayContent([]);
        }

        RequestState state = RequestState.Get(request);
        (bool, bool) before = state.BeginAttempt(kind);
        TimeSpan timeout = GetTimeout(request, kind);
        using CancellationTokenSource? limit = timeout == Timeout.InfiniteTimeSpan ? null : new(timeout, time);
        using CancellationTokenRegistration registration = limit is null ? default : cancellationToken.CancelAlso(limit);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, limit?.Token ?? cancellationToken).ConfigureAwait(false);
            state.EndAttempt(kind, AttemptOutcomeClassifier.Classify(response), before);
            return response;
        }
        catch (OperationCanceledException exception)
            when (limit is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
        {
            state.EndAttempt(kind, AttemptOutcome.AttemptTimeout, before);
            throw new TimeoutRejectedException($"The attempt did not end within {timeout}.", timeout, exception);
        }
        catch (Exception exception)
        {
            state.EndAttempt(kind, AttemptOutcomeClassifier.Classify(exception), before);
            throw;
        }
    }

    private TimeSpan GetTimeout(HttpRequestMessage request, RequestKind kind)
    {
        if (RetryTable.GetDecision(kind, AttemptOutcome.AttemptTimeout) != RetryDecision.Yes)
        {
            return Timeout.InfiniteTimeSpan;
        }

        return RequestOptionsSnapshot.Get(request)?.AttemptTimeout ?? options.AttemptTimeout;
    }
}
