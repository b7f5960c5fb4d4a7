using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kajabi.Tests.Http;

/// <summary>The platform's telemetry and that of the SDK together have one span and one duration for each request.</summary>
[Collection(nameof(GlobalListeners))]
public sealed class PlatformTelemetryTests
{
    private const string Platform = "System.Net.Http";

    [Theory]
    [InlineData(true, true, KajabiTelemetry.Name)]
    [InlineData(false, true, KajabiTelemetry.Name)]
    [InlineData(true, false, Platform)]
    public async Task One_span_and_one_duration_per_request(bool hasPlatform, bool hasSdk, string expected)
    {
        using LoopbackServer server = new();
        string[] names = [.. new[] { hasPlatform ? Platform : null, hasSdk ? KajabiTelemetry.Name : null }.OfType<string>()];
        ConcurrentQueue<string> spans = [];
        ConcurrentQueue<string> durations = [];
        using ActivityListener listener = Spans(names, server.Port, spans);
        using MeterListener meters = Durations(names, server.Port, durations);
        using KajabiClient kajabi = new(LoopbackServer.Options(server));

        await kajabi.Contacts.GetContactAsync("7");

        Assert.Equal([expected], spans);
        Assert.Equal([expected], durations);
        Assert.Contains("traceparent: ", Assert.Single(server.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Trace_headers_of_a_retry_are_those_of_its_own_span()
    {
        int count = 0;
        using LoopbackServer server = new(_ =>
            Interlocked.Increment(ref count) == 1 ? "503 Service Unavailable\r\nContent-Length: 0\r\n\r\n" : LoopbackServer.Contact
        );
        ConcurrentQueue<string> spans = [];
        using ActivityListener listener = Spans([KajabiTelemetry.Name], server.Port, spans);
        KajabiClientOptions options = LoopbackServer.Options(server);
        options.Retry.BaseDelay = TimeSpan.Zero;
        using KajabiClient kajabi = new(options);

        await kajabi.Contacts.GetContactAsync("7");

        string[] parents =
        [
            .. server.Requests.Select(static request =>
                request.Split("\r\n").Single(static line => line.StartsWith("traceparent:", StringComparison.OrdinalIgnoreCase))
            ),
        ];
        Assert.Equal(2, parents.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_platform_instruments_are_published_only_while_no_listener_uses_the_SDK_instruments(bool hasListener)
    {
        List<string> published = [];
        using SilentMeterFactory silent = new();
        using MeterListener meters = new();
        meters.InstrumentPublished = (instrument, _) =>
        {
            lock (published)
            {
                published.Add(instrument.Name);
            }
        };
        meters.Start();
        using Meter loud = new("Kajabi.Tests.Loud");

        (hasListener ? silent.Create(new MeterOptions("Kajabi.Tests.Silent")) : loud).CreateCounter<int>("kajabi.tests.marker");

        lock (published)
        {
            Assert.Equal(!hasListener, published.Contains("kajabi.tests.marker"));
        }
    }

    private static ActivityListener Spans(string[] names, int port, ConcurrentQueue<string> spans)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = source => names.Contains(source.Name),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.Kind == ActivityKind.Client && Equals(span.GetTagItem("server.port"), port))
                {
                    spans.Enqueue(span.Source.Name);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Durations(string[] names, int port, ConcurrentQueue<string> durations)
    {
        MeterListener meters = new();
        meters.InstrumentPublished = (instrument, it) =>
        {
            if (names.Contains(instrument.Meter.Name) && instrument.Name == "http.client.request.duration")
            {
                it.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) =>
            {
                if (tags.ToArray().Any(tag => tag.Key == "server.port" && Equals(tag.Value, port)))
                {
                    durations.Enqueue(instrument.Meter.Name);
                }
            }
        );
        meters.Start();
        return meters;
    }

    /// <summary>Not run in parallel: listeners are global to the process.</summary>
    [CollectionDefinition(nameof(GlobalListeners), DisableParallelization = true)]
    public sealed class GlobalListeners;
}
