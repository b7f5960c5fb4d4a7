using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests;

/// <summary>
/// Listens to everything that leaves the SDK other than by its answers: log lines with their values and scopes, activities,
/// metrics, exceptions. It keeps none of it, only where a secret was found.
/// </summary>
internal sealed class Recorder : ILoggerProvider, ILogger, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _leaks = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics = new();
    private IExternalScopeProvider? _scopes;
    private int _lines;
    private int _spans;
    private int _measurements;

    public Recorder()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Look,
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<long>(Look);
        _metrics.SetMeasurementEventCallback<int>(Look);
        _metrics.SetMeasurementEventCallback<double>(Look);
        _metrics.Start();
    }

    /// <summary>What was found, and where; empty when all is well.</summary>
    public IReadOnlyList<string> Leaks => [.. _leaks];

    /// <summary>How much was looked at: log lines, activities, measurements.</summary>
    public (int Lines, int Spans, int Measurements) Seen => (_lines, _spans, _measurements);

    /// <summary>Looks through an exception: its text, and every text that its members give.</summary>
    public void Look(Exception exception)
    {
        Look("an exception", exception.ToString());
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            foreach (
                PropertyInfo property in one.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0)
            )
            {
                bool mayBePersonal = property.Name is nameof(KajabiApiException.BodyExcerpt);
                object? value = property.GetValue(one);
                Look(
                    $"{one.GetType().Name}.{property.Name}",
                    value is System.Collections.IEnumerable list and not string
                        ? string.Join(' ', list.Cast<object?>())
                        : value?.ToString(),
                    mayBePersonal
                );
            }
        }
    }

    /// <summary>Looks through any text.</summary>
    public void Look(string place, string? text, bool mayBePersonal = false)
    {
        foreach (string secret in mayBePersonal ? Secrets.Credentials : Secrets.Everywhere)
        {
            if (text?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true)
            {
                _leaks.Enqueue($"'{secret}' stands in {place}: {text}");
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes?.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        Interlocked.Increment(ref _lines);
        Look("a log line", formatter(state, exception));
        Look("the values of a log line", Flat(state));
        Look("the exception of a log line", exception?.ToString());
        _scopes?.ForEachScope((scope, recorder) => recorder.Look("the scope of a log line", $"{scope} {Flat(scope)}"), this);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _metrics.Dispose();
    }

    private void Look(Activity activity)
    {
        Interlocked.Increment(ref _spans);
        IEnumerable<object?> tags = activity
            .TagObjects.Concat(activity.Events.SelectMany(static one => one.Tags))
            .Select(static tag => (object?)$"{tag.Key}={tag.Value}");
        Look(
            $"an activity of {activity.Source.Name}",
            string.Join(
                ' ',
                tags.Append(activity.DisplayName)
                    .Append(activity.StatusDescription)
                    .Concat(activity.Baggage.Select(static one => (object?)one.ToString()))
            )
        );
    }

    private void Look<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        Interlocked.Increment(ref _measurements);
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            Look($"a tag of the metric {instrument.Name}", $"{tag.Key}={tag.Value}");
        }
    }

    private static string Flat(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> pairs
            ? string.Join(' ', pairs.Select(static pair => $"{pair.Key}={pair.Value}"))
            : string.Empty;
}
