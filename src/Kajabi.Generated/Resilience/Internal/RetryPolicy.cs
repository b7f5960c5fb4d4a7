using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace Kajabi.Resilience.Internal;

/// <summary>Applies the <see cref="RetryTable"/>: whether an attempt is retried, and after which delay.</summary>
internal sealed class RetryPolicy
{
    private readonly KajabiRetryOptions _options;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly Telemetry _telemetry;
    private readonly Func<double> _random;

    /// <param name="options">The retry options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="telemetry">Records retries.</param>
    /// <param name="random">Returns random numbers from 0 to 1.</param>
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
                            ShouldHandle = args => ValueTask.FromResult(ShouldRetry(args)),
                            DelayGenerator = static args =>
                                ValueTask.FromResult<TimeSpan?>(RequestState.Get(GetRequest(args.Context)).Delay),
                            OnRetry = args =>
                            {
                                telemetry.Retrying(GetRequest(args.Context), GetOutcome(args.Outcome), args.RetryDelay);
                                return ValueTask.CompletedTask;
                            },
                        }
                    )
                    .Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Pipeline { get; }

    /// <summary>Sends a token request, which does not pass the whole pipeline, with retries.</summary>
    public async Task<HttpResponseMessage> SendTokenRequestAsync(
        HttpRequestMessage request,
        HttpMessageInvoker invoker,
        CancellationToken cancellationToken
    )
    {
        RequestState.Get(request).StartTimeout(_timeout, _time);
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            context.SetRequestMessage(request);
            // With an outcome, as ResilienceHandler does: another way would need its own compiled code for each layer of the pipeline.
            Outcome<HttpResponseMessage> outcome = await Pipeline
                .ExecuteOutcomeAsync(
                    static (context, call) => SendAsync(call.invoker, call.request, context.CancellationToken),
                    context,
                    (request, invoker)
                )
                .ConfigureAwait(false);
            outcome.ThrowIfException();
            return response = outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            _telemetry.TokenRequested(request, response);
        }
    }

    private static async ValueTask<Outcome<HttpResponseMessage>> SendAsync(
        HttpMessageInvoker invoker,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Outcome.FromResult(await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // The retry strategy decides what an exception means.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Outcome.FromException<HttpResponseMessage>(exception);
        }
    }

    private static HttpRequestMessage GetRequest(ResilienceContext context) =>
        context.GetRequestMessage() ?? throw new InvalidOperationException("The attempt has no request.");

    private static AttemptOutcome GetOutcome(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is { } exception
            ? AttemptOutcomeClassifier.Classify(exception)
            : AttemptOutcomeClassifier.Classify(outcome.Result!);

    private bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        HttpRequestMessage request = GetRequest(attempt.Context);
        RequestState state = RequestState.Get(request);
        AttemptOutcome outcome = GetOutcome(attempt.Outcome);
        if (attempt.Outcome.Exception is null && RetryTable.GetDecision(RequestKind.Read, outcome) == RetryDecision.No)
        {
            // The API responded, and not with a transient failure.
            _budget.Release(state.RetryCount);
        }

        return IsRetryable(request, outcome)
            && attempt.AttemptNumber < _options.MaxAttempts - 1
            && TrySetDelay(request, state, attempt)
            && TryAcquireBudget(request, state);
    }

    private bool IsRetryable(HttpRequestMessage request, AttemptOutcome outcome) =>
        RetryTable.GetDecision(request.GetKind(), outcome) switch
        {
            RetryDecision.Yes => true,
            RetryDecision.IfAllowed => _options.RetryWritesOnServiceUnavailable,
            _ => false,
        };

    private bool TrySetDelay(HttpRequestMessage request, RequestState state, RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        TimeSpan? retryAfter = (attempt.Outcome.Result?.Content as BufferedResponseContent)?.RetryAfter;
        TimeSpan delay = Backoff(attempt.AttemptNumber);
        delay = retryAfter > delay ? retryAfter.Value : delay;
        bool isAllowed = delay <= _options.MaxDelay && !(delay >= state.Remaining);
        if (!isAllowed)
        {
            _telemetry.RetryDelayTooLong(request, delay);
            return false;
        }

        state.Delay = retryAfter is null ? delay : delay + Jitter(delay, state);
        return true;
    }

    /// <summary>
    /// Returns up to half of the delay, so that callers with the same Retry-After do not retry together, within the remaining limits.
    /// </summary>
    private TimeSpan Jitter(TimeSpan delay, RequestState state)
    {
        TimeSpan room = (state.Remaining < _options.MaxDelay ? state.Remaining.Value : _options.MaxDelay) - delay;
        return (delay / 2 < room ? delay / 2 : room) * _random();
    }

    private bool TryAcquireBudget(HttpRequestMessage request, RequestState state)
    {
        if (!_budget.TryAcquire())
        {
            _telemetry.RetryBudgetExhausted(request);
            return false;
        }

        state.RetryCount++;
        return true;
    }

    private TimeSpan Backoff(int attempt)
    {
        double max = Math.Min(_options.MaxDelay.Ticks, _options.BaseDelay.Ticks * Math.Pow(2, attempt));
        return TimeSpan.FromTicks((long)(max * (1 - (_random() / 2))));
    }
}
