using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Kajabi;

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
    /// <param name="telemetry">What is told of repetitions.</param>
    /// <param name="random">Gives numbers from 0 to 1.</param>
    public RetryPolicy(KajabiClientOptions options, TimeProvider time, Telemetry telemetry, Func<double> random)
    {
        (_options, _timeout, _time) = (options.Retry, options.Timeout, time);
        (_budget, _telemetry, _random) = (new RetryBudget(_options.Budget), telemetry, random);
        ResiliencePipelineBuilder<HttpResponseMessage> builder = new() { TimeProvider = time };
        Pipeline = _options.MaxAttempts == 1 ? builder.Build() : builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = _options.MaxAttempts - 1,
            ShouldHandle = args => ValueTask.FromResult(IsRepeated(args)),
            DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(CallState.Of(RequestOf(args.Context)).Delay),
            OnRetry = args =>
            {
                telemetry.Repeating(RequestOf(args.Context), OutcomeOf(args.Outcome), args.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }

    /// <summary>Sends a request for a token, which does not come through the whole chain, with repetitions.</summary>
    public async Task<HttpResponseMessage> SendTokenRequestAsync(HttpRequestMessage request, SendRequest send, CancellationToken cancellationToken)
    {
        CallState.Of(request).Limit(_timeout, _time);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            context.SetRequestMessage(request);
            return response = await Pipeline.ExecuteAsync(
                static async (context, call) => await call.send(call.request, context.CancellationToken).ConfigureAwait(false), context, (request, send)).ConfigureAwait(false);
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
        outcome.Exception is { } exception ? AttemptOutcomes.Of(exception) : AttemptOutcomes.Of(outcome.Result!);

    private bool IsRepeated(RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        HttpRequestMessage request = RequestOf(attempt.Context);
        CallState call = CallState.Of(request);
        AttemptOutcome outcome = OutcomeOf(attempt.Outcome);
        if (attempt.Outcome.Exception is null && RetryTable.Of(CallKind.Read, outcome) == Repeat.No)
        {
            // The API has responded, and not with a failure that passes.
            _budget.Settle(call.Repetitions);
        }

        return IsInTable(request, outcome)
            && attempt.AttemptNumber < _options.MaxAttempts - 1
            && IsInTime(request, call, attempt)
            && IsInBudget(request, call);
    }

    private bool IsInTable(HttpRequestMessage request, AttemptOutcome outcome) => RetryTable.Of(CallKinds.Of(request), outcome) switch
    {
        Repeat.Yes => true,
        Repeat.IfAllowed => _options.RepeatsWritesWhenUnavailable,
        _ => false,
    };

    private bool IsInTime(HttpRequestMessage request, CallState call, RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        TimeSpan? asked = (attempt.Outcome.Result?.Content as AnswerContent)?.RetryAfter;
        TimeSpan least = Backoff(attempt.AttemptNumber);
        least = asked > least ? asked.Value : least;
        bool isInTime = least <= _options.MaxDelay && !(least >= call.Remaining);
        if (!isInTime)
        {
            _telemetry.WaitTooLong(request, least);
            return false;
        }

        call.Delay = asked is null ? least : least + Spread(least, call);
        return true;
    }

    /// <summary>
    /// Up to half as much again, so that callers that were told the same time do not return together; never less than what
    /// was asked, and never beyond the limits.
    /// </summary>
    private TimeSpan Spread(TimeSpan delay, CallState call)
    {
        TimeSpan room = (call.Remaining < _options.MaxDelay ? call.Remaining.Value : _options.MaxDelay) - delay;
        return (delay / 2 < room ? delay / 2 : room) * _random();
    }

    private bool IsInBudget(HttpRequestMessage request, CallState call)
    {
        if (!_budget.TryTake())
        {
            _telemetry.BudgetSpent(request);
            return false;
        }

        call.Repetitions++;
        return true;
    }

    private TimeSpan Backoff(int attempt)
    {
        double longest = Math.Min(_options.MaxDelay.Ticks, _options.BaseDelay.Ticks * Math.Pow(2, attempt));
        return TimeSpan.FromTicks((long)(longest * (1 - (_random() / 2))));
    }
}
