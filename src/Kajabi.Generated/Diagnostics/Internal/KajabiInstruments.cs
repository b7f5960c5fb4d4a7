using System.Diagnostics.Metrics;

namespace Kajabi.Diagnostics.Internal;

/// <summary>The instruments of the meter.</summary>
/// <param name="meter">The meter.</param>
internal sealed class KajabiInstruments(Meter meter)
{
    // The bucket boundaries of the semantic conventions for HTTP request durations in seconds.
    private static readonly InstrumentAdvice<double> s_durations = new()
    {
        HistogramBucketBoundaries = (double[])[0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    public Histogram<double> RequestDuration { get; } =
        meter.CreateHistogram("http.client.request.duration", "s", "Duration of HTTP client requests.", tags: null, s_durations);

    public Counter<long> Retries { get; } =
        meter.CreateCounter<long>("kajabi.retries", "{retry}", "Retries, by the outcome of the previous attempt.");

    public Counter<long> TokenRequests { get; } =
        meter.CreateCounter<long>("kajabi.token.requests", "{request}", "Token requests, by their result.");

    public Counter<long> Drift { get; } =
        meter.CreateCounter<long>(
            "kajabi.contract.drift",
            "{finding}",
            "Differences between responses and the OpenAPI document, once per response."
        );

    public Histogram<double> LimiterWait { get; } =
        meter.CreateHistogram(
            "kajabi.limiter.wait.duration",
            "s",
            "Time that a request waited for the client-side rate limit.",
            tags: null,
            s_durations
        );
}
