using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Kajabi.Tests;

/// <summary>
/// Inspects log entries with their values and scopes, activities, metrics and exceptions for secrets. Stores only the
/// leaks.
/// </summary>
internal sealed class LeakDetector : ILoggerProvider, ILogger, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _leaks = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics = new();
    private IExternalScopeProvider? _scopes;
    private int _lines;
    private int _spans;
    private int _measurements;

    public LeakDetector()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Inspect,
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<long>(Inspect);
        _metrics.SetMeasurementEventCallback<int>(Inspect);
        _metrics.SetMeasurementEventCallback<double>(Inspect);
        _metrics.Start();
    }

    /// <summary>The secrets found, with their location; empty if there are none.</summary>
    public IReadOnlyList<string> Leaks => [.. _leaks];

    /// <summary>The number of inspected log entries, activities and measurements.</summary>
    public (int Lines, int Spans, int Measurements) Counts => (_lines, _spans, _measurements);

    /// <summary>Inspects an exception: ToString and the value of each property.</summary>
    public void Inspect(Exception exception)
    {
        Inspect("an exception", exception.ToString());
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            foreach (
                PropertyInfo property in one.GetType().GetProperties().Where(static property => property.GetIndexParameters().Length == 0)
            )
            {
                bool mayBePersonal = property.Name is nameof(KajabiApiException.BodyExcerpt);
                object? value = property.GetValue(one);
                Inspect(
                    $"{one.GetType().Name}.{property.Name}",
                    value is System.Collections.IEnumerable list and not string
                        ? string.Join(' ', list.Cast<object?>())
                        : value?.ToString(),
                    mayBePersonal
                );
            }
        }
    }

    /// <summary>Inspects any text.</summary>
    public void Inspect(string location, string? text, bool mayBePersonal = false)
    {
        foreach (string secret in mayBePersonal ? TestSecrets.Credentials : TestSecrets.SensitiveValues)
        {
            if (text?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true)
            {
                _leaks.Enqueue($"'{secret}' leaked in {location}: {text}");
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
        Inspect("a log entry", formatter(state, exception));
        Inspect("the values of a log entry", Flat(state));
        Inspect("the exception of a log entry", exception?.ToString());
        _scopes?.ForEachScope((scope, detector) => detector.Inspect("the scope of a log entry", $"{scope} {Flat(scope)}"), this);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _metrics.Dispose();
    }

    private void Inspect(Activity activity)
    {
        Interlocked.Increment(ref _spans);
        IEnumerable<object?> tags = activity
            .TagObjects.Concat(activity.Events.SelectMany(static one => one.Tags))
            .Select(static tag => (object?)$"{tag.Key}={tag.Value}");
        Inspect(
            $"an activity of {activity.Source.Name}",
            string.Join(
                ' ',
                tags.Append(activity.DisplayName)
                    .Append(activity.StatusDescription)
                    .Concat(activity.Baggage.Select(static one => (object?)one.ToString()))
            )
        );
    }

    private void Inspect<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        Interlocked.Increment(ref _measurements);
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            Inspect($"a tag of the metric {instrument.Name}", $"{tag.Key}={tag.Value}");
        }
    }

    private static string Flat(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> pairs
            ? string.Join(' ', pairs.Select(static pair => $"{pair.Key}={pair.Value}"))
            : string.Empty;
}
