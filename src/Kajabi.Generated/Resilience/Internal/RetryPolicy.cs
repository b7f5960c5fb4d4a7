using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Kajabi.Resilience.Internal;

/// <summary>Applies the <see cref="RetryTable"/>: whether an attempt is followed by another, and when.</summary>
internal sealed class RetryPolicy
{
    private readonly KajabiRetryOptions _options;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly Telemetry _telemetry;
    private readonly Func<double> _random;

    /// <param name="options">How often, how long and how many.</param>
    /// <param name="time">The clock.</param>
    /// <param name="telemetry">What is told of retryCount.</param>
    /// <param name="random">Gives numbers from 0 to 1.</param>
    public RetryPolicy(KajabiClientOptions options, TimeProvider time, Telemetry telemetry, Func<double> random)
    {
        (_options, _timeout, _time) = (options.Retry, options.Timeout, time);
        (_budget, _telemetry, _random) = (new RetryBudget(_options.RetryBudget), telemetry, random);
        ResiliencePipelineBuilder<HttpResponseMessage> builder = new() { TimeProvider = time };
        Pipeline =
            _options.MaxAttempts == 1
                ? builder.Build()
                : builder
                    .AddRetry(
                        new RetryStrategyOptions<HttpResponseMessage>
                        {
                            MaxRetryAttempts = _options.MaxAttempts - 1,
                            ShouldHandle = args => ValueTask.FromResult(IsRepeated(args)),
                            DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(RequestState.Of(RequestOf(args.Context)).Delay),
                            OnRetry = args =>
                            {
                                telemetry.Retrying(RequestOf(args.Context), OutcomeOf(args.Outcome), args.RetryDelay);
                                return ValueTask.CompletedTask;
                            },
                        }
                    )
                    .Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }

    /// <summary>Sends a request for a token, which does not come through the whole chain, with retryCount.</summary>
    public async Task<HttpResponseMessage> SendTokenRequestAsync(
        HttpRequestMessage request,
        HttpMessageInvoker invoker,
        CancellationToken cancellationToken
    )
    {
        RequestState.Of(request).Limit(_timeout, _time);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            context.SetRequestMessage(request);
            return response = await Pipeline
                .ExecuteAsync(
                    static async (context, call) =>
                        await call.invoker.SendAsync(call.request, context.CancellationToken).ConfigureAwait(false),
                    context,
                    (request, invoker)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            _telemetry.TokenRequested(request, response);
        }
    }

    private static HttpRequestMessage RequestOf(ResilienceContext context) =>
        context.GetRequestMessage() ?? throw new InvalidOperationException("An attempt has no request.");

    private static AttemptOutcome OutcomeOf(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is { } exception ? AttemptOutcomeClassifier.Of(exception) : AttemptOutcomeClassifier.Of(outcome.Result!);

    private bool IsRepeated(RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        HttpRequestMessage request = RequestOf(attempt.Context);
        RequestState call = RequestState.Of(request);
        AttemptOutcome outcome = OutcomeOf(attempt.Outcome);
        if (attempt.Outcome.Exception is null && RetryTable.Of(RequestKind.Read, outcome) == RetryDecision.No)
        {
            // The API has responded, and not with a failure that passes.
            _budget.Settle(call.RetryCount);
        }

        return IsInTable(request, outcome)
            && attempt.AttemptNumber < _options.MaxAttempts - 1
            && IsInTime(request, call, attempt)
            && IsInBudget(request, call);
    }

    private bool IsInTable(HttpRequestMessage request, AttemptOutcome outcome) =>
        RetryTable.Of(RequestKindExtensions.Of(request), outcome) switch
        {
            RetryDecision.Yes => true,
            RetryDecision.IfAllowed => _options.RetryWritesOnServiceUnavailable,
            _ => false,
        };

    private bool IsInTime(HttpRequestMessage request, RequestState call, RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        TimeSpan? asked = (attempt.Outcome.Result?.Content as BufferedResponseContent)?.RetryAfter;
        TimeSpan least = Backoff(attempt.AttemptNumber);
        least = asked > least ? asked.Value : least;
        bool isInTime = least <= _options.MaxDelay && !(least >= call.Remaining);
        if (!isInTime)
        {
            _telemetry.RetryDelayTooLong(request, least);
            return false;
        }

        call.Delay = asked is null ? least : least + Spread(least, call);
        return true;
    }

    /// <summary>
    /// Up to half as much again, so that callers that were told the same time do not return together; never less than what
    /// was asked, and never beyond the limits.
    /// </summary>
    private TimeSpan Spread(TimeSpan delay, RequestState call)
    {
        TimeSpan room = (call.Remaining < _options.MaxDelay ? call.Remaining.Value : _options.MaxDelay) - delay;
        return (delay / 2 < room ? delay / 2 : room) * _random();
    }

    private bool IsInBudget(HttpRequestMessage request, RequestState call)
    {
        if (!_budget.TryTake())
        {
            _telemetry.RetryBudgetExhausted(request);
            return false;
        }

        call.RetryCount++;
        return true;
    }

    private TimeSpan Backoff(int attempt)
    {
        double longest = Math.Min(_options.MaxDelay.Ticks, _options.BaseDelay.Ticks * Math.Pow(2, attempt));
        return TimeSpan.FromTicks((long)(longest * (1 - (_random() / 2))));
    }
}
