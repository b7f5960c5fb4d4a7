using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kajabi.Diagnostics.Internal;

/// <summary>What an account tells of itself: to the log and to the meters. Spans are the <see cref="TelemetryHandler"/>'s.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly Meter? _ownMeter;

    /// <param name="meters">Makes and keeps the meter; null for one of our own.</param>
    /// <param name="loggers">Makes the log; null for none.</param>
    public Telemetry(IMeterFactory? meters, ILoggerFactory? loggers)
    {
        Log = loggers?.CreateLogger(KajabiTelemetry.Name) ?? NullLogger.Instance;
        Instruments = new KajabiInstruments(meters?.Create(KajabiTelemetry.Name) ?? (_ownMeter = new Meter(KajabiTelemetry.Name)));
    }

    public ILogger Log { get; }

    public KajabiInstruments Instruments { get; }

    public void ResponseReceived(HttpRequestMessage request, HttpResponseMessage response, TimeSpan duration, in TagList tags)
    {
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
        KajabiLog.ResponseReceived(
            Log,
            request.Method.Method,
            RouteTemplate.Of(request),
            (int)response.StatusCode,
            duration.TotalMilliseconds,
            RequestState.Of(request).Attempts
        );
    }

    public void RequestFailed(HttpRequestMessage request, string errorType, TimeSpan duration, in TagList tags)
    {
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
        KajabiLog.RequestFailed(
            Log,
            request.Method.Method,
            RouteTemplate.Of(request),
            errorType,
            duration.TotalMilliseconds,
            RequestState.Of(request).Attempts
        );
    }

    public void Retrying(HttpRequestMessage request, AttemptOutcome outcome, TimeSpan delay)
    {
        TagList tags = RequestTags.Of(request);
        tags.Add("kajabi.attempt.outcome", outcome.ToString());
        Instruments.Retries.Add(1, tags);
        KajabiLog.Retrying(Log, request.Method.Method, RouteTemplate.Of(request), delay, RequestState.Of(request).Attempts, outcome);
    }

    /// <summary>A token was asked for, repetitions included.</summary>
    public void TokenRequested(HttpRequestMessage request, HttpResponseMessage? response)
    {
        TagList tags = RequestTags.Of(request);
        if (response is not { IsSuccessStatusCode: true })
        {
            tags.Add("error.type", response is null ? "no_answer" : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        }

        Instruments.TokenRenewals.Add(1, tags);
    }

    public void RetryDelayTooLong(HttpRequestMessage request, TimeSpan delay) =>
        KajabiLog.RetryDelayTooLong(Log, request.Method.Method, RouteTemplate.Of(request), delay);

    public void RetryBudgetExhausted(HttpRequestMessage request) =>
        KajabiLog.RetryBudgetExhausted(Log, request.Method.Method, RouteTemplate.Of(request));

    public void DuplicatePrevented(HttpRequestMessage request) =>
        KajabiLog.DuplicatePrevented(Log, request.Method.Method, RouteTemplate.Of(request));

    public void Waited(HttpRequestMessage request, TimeSpan wait, bool isAdmitted)
    {
        TagList tags = RequestTags.Of(request);
        if (!isAdmitted)
        {
            tags.Add("error.type", "queue_full");
            KajabiLog.RateLimitQueueFull(Log, request.Method.Method, RouteTemplate.Of(request));
        }

        Instruments.LimiterWait.Record(wait.TotalSeconds, tags);
    }

    public void Dispose() => _ownMeter?.Dispose();
}
