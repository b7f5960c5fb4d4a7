using Polly;
using Polly.Timeout;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Counts attempts and applies the attempt timeout to retryable requests. The timeout is a property of the resilience context,
/// because requests may set their own.
/// </summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<TimeSpan> s_timeout = new("Kajabi.AttemptTimeout");

    private readonly KajabiRetryOptions _options;
    private readonly ResiliencePipeline _pipeline;

    /// <param name="options">The default attempt timeout.</param>
    /// <param name="time">The clock.</param>
    public AttemptHandler(KajabiRetryOptions options, TimeProvider time)
    {
        _options = options;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(
                new TimeoutStrategyOptions
                {
                    TimeoutGenerator = static args =>
                        ValueTask.FromResult(args.Context.Properties.GetValue(s_timeout, Timeout.InfiniteTimeSpan)),
                }
            )
            .Build();
    }

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
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(s_timeout, GetTimeout(request, kind));
        try
        {
            HttpResponseMessage response = await _pipeline
                .ExecuteAsync(
                    static async (context, attempt) =>
                        await attempt.Handler.SendInnerAsync(attempt.Request, context.CancellationToken).ConfigureAwait(false),
                    context,
                    (Handler: this, Request: request)
                )
                .ConfigureAwait(false);
            state.EndAttempt(kind, AttemptOutcomeClassifier.Classify(response), before);
            return response;
        }
        catch (Exception exception)
        {
            state.EndAttempt(kind, AttemptOutcomeClassifier.Classify(exception), before);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private TimeSpan GetTimeout(HttpRequestMessage request, RequestKind kind)
    {
        if (RetryTable.GetDecision(kind, AttemptOutcome.AttemptTimeout) != RetryDecision.Yes)
        {
            return Timeout.InfiniteTimeSpan;
        }

        return RequestOptionsSnapshot.Get(request)?.AttemptTimeout ?? _options.AttemptTimeout;
    }
}
