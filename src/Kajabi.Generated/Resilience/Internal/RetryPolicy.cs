using Polly;
using Polly.Retry;

namespace Kajabi.Resilience.Internal;

/// <summary>Applies the <see cref="RetryTable"/>: whether an attempt is retried, and after which delay.</summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> s_request = new("Kajabi.Request");

    private readonly KajabiRetryOptions _options;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly RetryBudget _budget;
    private readonly Telemetry _telemetry;
    private readonly RetryDelay _delay;

    // Most programs never need it, and Polly validates its options by reflection, which takes long when a program starts.
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;

    /// <param name="options">The retry options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="telemetry">Records retries.</param>
    /// <param name="random">Returns random numbers from 0 to 1.</param>
    public RetryPolicy(KajabiClientOptions options, TimeProvider time, Telemetry telemetry, Func<double> random)
    {
        (_options, _timeout, _time) = (options.Retry, options.Timeout, time);
        (_budget, _telemetry, _delay) = (new RetryBudget(_options.RetryBudget), telemetry, new RetryDelay(_options, random));
        _pipeline = new Lazy<ResiliencePipeline<HttpResponseMessage>>(CreatePipeline);
    }

    /// <summary>Sends a request, with retries.</summary>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends one attempt.</param>
    /// <param name="cancellationToken">Cancels the attempts and the delays between them.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        if (_options.MaxAttempts == 1)
        {
            return await send(request, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage? response = null;
        Exception? exception = null;
        try
        {
            response = await send(request, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The retry strategy decides what an exception means.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            exception = failure;
        }

        if (response is not null && !IsTransient(AttemptOutcomeClassifier.Classify(response)))
        {
            _budget.Release(retryCount: 0);
            return response;
        }

        return await RetryAsync(RetriedCall.Create(request, send, response, exception), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a token request, which does not pass the whole pipeline, with retries.</summary>
    public async Task<HttpResponseMessage> SendTokenRequestAsync(
        HttpRequestMessage request,
        HttpMessageInvoker invoker,
        CancellationToken cancellationToken
    )
    {
        RequestState.Get(request).StartTimeout(_timeout, _time);
        HttpResponseMessage? response = null;
        try
        {
            return response = await SendAsync(request, invoker.SendAsync, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _telemetry.TokenRequested(request, response);
        }
    }

    private static HttpRequestMessage GetRequest(ResilienceContext context) =>
        context.Properties.TryGetValue(s_request, out HttpRequestMessage? request)
            ? request
            : throw new InvalidOperationException("The attempt has no request.");

    private static AttemptOutcome GetOutcome(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is { } exception
            ? AttemptOutcomeClassifier.Classify(exception)
            : AttemptOutcomeClassifier.Classify(outcome.Result!);

    private static bool IsTransient(AttemptOutcome outcome) => RetryTable.GetDecision(RequestKind.Read, outcome) != RetryDecision.No;

    private ResiliencePipeline<HttpResponseMessage> CreatePipeline() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _time }
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = int.MaxValue, // ShouldRetry limits the attempts.
                    ShouldHandle = args => ValueTask.FromResult(ShouldRetry(args)),
                    DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(RequestState.Get(GetRequest(args.Context)).Delay),
                    OnRetry = args =>
                    {
                        _telemetry.Retrying(GetRequest(args.Context), GetOutcome(args.Outcome), args.RetryDelay);
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .Build();

    private async Task<HttpResponseMessage> RetryAsync(RetriedCall call, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(s_request, call.Request);
            Outcome<HttpResponseMessage> outcome = await _pipeline
                .Value.ExecuteOutcomeAsync(static (context, call) => call.SendAsync(context.CancellationToken), context, call)
                .ConfigureAwait(false);
            if (call.TakeFirst() is { } first)
            {
                outcome = first; // Canceled, so that the pipeline did not start.
            }

            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        HttpRequestMessage request = GetRequest(attempt.Context);
        RequestState state = RequestState.Get(request);
        AttemptOutcome outcome = GetOutcome(attempt.Outcome);
        if (attempt.Outcome.Exception is null && !IsTransient(outcome))
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
        bool isAllowed = _delay.TryGet(attempt.AttemptNumber, retryAfter, state.Remaining, out TimeSpan delay);
        if (!isAllowed)
        {
            _telemetry.RetryDelayTooLong(request, delay);
            return false;
        }

        state.Delay = delay;
        return true;
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
}
