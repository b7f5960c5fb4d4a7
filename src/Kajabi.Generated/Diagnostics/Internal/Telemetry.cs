using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kajabi;

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

    public void Answered(HttpRequestMessage request, HttpResponseMessage response, TimeSpan duration, in TagList tags)
    {
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
        KajabiLog.Answered(Log, request.Method.Method, OperationPath.Of(request), (int)response.StatusCode, duration.TotalMilliseconds, CallState.Of(request).Attempts);
    }

    public void NotAnswered(HttpRequestMessage request, string errorType, TimeSpan duration, in TagList tags)
    {
        Instruments.RequestDuration.Record(duration.TotalSeconds, tags);
        KajabiLog.NotAnswered(Log, request.Method.Method, OperationPath.Of(request), errorType, duration.TotalMilliseconds, CallState.Of(request).Attempts);
    }

    public void Repeating(HttpRequestMessage request, AttemptOutcome outcome, TimeSpan delay)
    {
        TagList tags = RequestTags.Of(request);
        tags.Add("kajabi.attempt.outcome", outcome.ToString());
        Instruments.Retries.Add(1, tags);
        KajabiLog.Repeating(Log, request.Method.Method, OperationPath.Of(request), delay, CallState.Of(request).Attempts, outcome);
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

    public void WaitTooLong(HttpRequestMessage request, TimeSpan delay) =>
        KajabiLog.WaitTooLong(Log, request.Method.Method, OperationPath.Of(request), delay);

    public void BudgetSpent(HttpRequestMessage request) =>
        KajabiLog.BudgetSpent(Log, request.Method.Method, OperationPath.Of(request));

    public void DuplicatePrevented(HttpRequestMessage request) =>
        KajabiLog.DuplicatePrevented(Log, request.Method.Method, OperationPath.Of(request));

    public void Waited(HttpRequestMessage request, TimeSpan wait, bool isAdmitted)
    {
        TagList tags = RequestTags.Of(request);
        if (!isAdmitted)
        {
            tags.Add("error.type", "queue_full");
            KajabiLog.QueueFull(Log, request.Method.Method, OperationPath.Of(request));
        }

        Instruments.LimiterWait.Record(wait.TotalSeconds, tags);
    }

    public void Dispose() => _ownMeter?.Dispose();
}
