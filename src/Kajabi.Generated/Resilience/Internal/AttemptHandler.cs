using Polly;
using Polly.Timeout;

namespace Kajabi.Resilience.Internal;

/// <summary>
/// Keeps account of each attempt, and ends one that takes too long where another may follow it. The limit stands in the
/// context of the pipeline, because calls may set their own.
/// </summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<TimeSpan> s_limit = new("Kajabi.AttemptTimeout");

    private readonly KajabiRetryOptions _options;
    private readonly ResiliencePipeline _pipeline;

    /// <param name="options">The limit of calls that set none.</param>
    /// <param name="time">The clock.</param>
    public AttemptHandler(KajabiRetryOptions options, TimeProvider time)
    {
        _options = options;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(
                new TimeoutStrategyOptions
                {
                    TimeoutGenerator = static args =>
                        ValueTask.FromResult(args.Context.Properties.GetValue(s_limit, Timeout.InfiniteTimeSpan)),
                }
            )
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestKind kind = RequestKindExtensions.Of(request);
        if (kind == RequestKind.Write)
        {
            // .NET sends a request without a body again by itself when a connection that it kept open ends without an
            // answer, whatever the method; one with a body, empty or not, it never does.
            request.Content ??= new ByteArrayContent([]);
        }

        RequestState call = RequestState.Of(request);
        (bool, bool) before = call.BeginAttempt(kind);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(s_limit, LimitOf(request, kind));
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
            call.EndAttempt(kind, AttemptOutcomeClassifier.Of(response), before);
            return response;
        }
        catch (Exception exception)
        {
            call.EndAttempt(kind, AttemptOutcomeClassifier.Of(exception), before);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> SendInnerAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private TimeSpan LimitOf(HttpRequestMessage request, RequestKind kind)
    {
        if (RetryTable.Of(kind, AttemptOutcome.TooSlow) != RetryDecision.Yes)
        {
            return Timeout.InfiniteTimeSpan;
        }

        return RequestOptionsSnapshot.Get(request)?.AttemptTimeout ?? _options.AttemptTimeout;
    }
}
