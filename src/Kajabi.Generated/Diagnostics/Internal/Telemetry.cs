using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kajabi.Diagnostics.Internal;

/// <summary>Records logs and metrics of a client. The <see cref="TelemetryHandler"/> creates the spans.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly Meter? _ownMeter;

    /// <param name="meters">Creates and owns the meter; null to create one that this object owns.</param>
    /// <param name="loggers">Creates the logger; null for none.</param>
    public Telemetry(IMeterFactory? meters, ILoggerFactory? loggers)
    {
        Log = loggers?.CreateLogger(KajabiTelemetry.Name) ?? NullLogger.Instance;
        Instruments = new KajabiInstruments(meters?.Create(KajabiTelemetry.Name) ?? (_ownMeter = new Meter(KajabiTelemetry.Name)));
    }

    public ILogger Log { get; }

    public KajabiInstruments Instruments { get; }

    public void ResponseReceived(HttpRequestMessage request, HttpResponseMessage response, TimeSpan duration, in TagList tags)
    {
        Record(duration, tags);
        KajabiLog.ResponseReceived(
            Log,
            request.Method.Method,
            RouteTemplate.Get(request),
            (int)response.StatusCode,
            duration.TotalMilliseconds,
            RequestState.Get(request).Attempts
        );
    }

    public void RequestFailed(HttpRequestMessage request, string errorType, TimeSpan duration, in TagList tags)
    {
        Record(duration, tags);
        KajabiLog.RequestFailed(
            Log,
            request.Method.Method,
            RouteTemplate.Get(request),
            errorType,
            duration.TotalMilliseconds,
            RequestState.Get(request).Attempts
        );
    }

    public void Retrying(HttpRequestMessage request, AttemptOutcome outcome, TimeSpan delay)
    {
        TagList tags = RequestTags.Create(request);
        tags.Add("kajabi.attempt.outcome", outcome.ToString());
        Instruments.Retries.Add(1, tags);
        KajabiLog.Retrying(Log, request.Method.Method, RouteTemplate.Get(request), delay, RequestState.Get(request).Attempts, outcome);
    }

    /// <summary>Records a token request after its last attempt.</summary>
    public void TokenRequested(HttpRequestMessage request, HttpResponseMessage? response)
    {
        TagList tags = RequestTags.Create(request);
        if (response is not { IsSuccessStatusCode: true })
        {
            tags.Add("error.type", response is null ? "no_response" : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        }

        if (Instruments.TokenRequests.Enabled)
        {
            Instruments.TokenRequests.Add(1, tags);
        }
    }

    public void RetryDelayTooLong(HttpRequestMessage request, TimeSpan delay) =>
        KajabiLog.RetryDelayTooLong(Log, request.Method.Method, RouteTemplate.Get(request), delay);

    public void RetryBudgetExhausted(HttpRequestMessage request) =>
        KajabiLog.RetryBudgetExhausted(Log, request.Method.Method, RouteTemplate.Get(request));

    public void DuplicatePrevented(HttpRequestMessage request) =>
        KajabiLog.DuplicatePrevented(Log, request.Method.Method, RouteTemplate.Get(request));

    public void Waited(HttpRequestMessage request, TimeSpan wait, bool isAdmitted)
    {
        TagList tags = RequestTags.Create(request);
        if (!isAdmitted)
        {
            tags.Add("error.type", "queue_full");
            KajabiLog.RateLimitQueueFull(Log, request.Method.Method, RouteTemplate.Get(request));
        }

        Instruments.LimiterWait.Record(wait.TotalSeconds, tags);
    }

    /// <summary>Records a request that the limiter of the application rejected.</summary>
    public void Rejected(HttpRequestMessage request, TimeSpan wait)
    {
        TagList tags = RequestTags.Create(request);
        tags.Add("error.type", "rejected");
        Instruments.LimiterWait.Record(wait.TotalSeconds, tags);
        KajabiLog.RateLimiterRejected(Log, request.Method.Method, RouteTemplate.Get(request));
    }

    /// <summary>
    /// Records a failure of the limiter of the application, whose message may contain the address and password of its store.
    /// </summary>
    public void RateLimiterFailed(HttpRequestMessage request, Exception exception) =>
        KajabiLog.RateLimiterFailed(
            Log,
            request.Method.Method,
            RouteTemplate.Get(request),
            exception.GetType().FullName ?? exception.GetType().Name
        );

    public void Dispose() => _ownMeter?.Dispose();

    private void Record(TimeSpan duration, in TagList tags)
    {
        // Without a listener, a short program does not compile the methods that record.
        if (Instruments.RequestDuration.Enabled)
        {
            Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
        }
    }
}
