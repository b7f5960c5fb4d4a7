using System.Diagnostics.Metrics;

namespace Kajabi.Diagnostics.Internal;

/// <summary>What is measured.</summary>
/// <param name="meter">The meter.</param>
internal sealed class KajabiInstruments(Meter meter)
{
    // The ones that the conventions name for durations of HTTP requests in seconds.
    private static readonly InstrumentAdvice<double> s_durations = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    public Histogram<double> RequestDuration { get; } =
        meter.CreateHistogram("http.client.request.duration", "s", "Duration of HTTP client requests.", tags: null, s_durations);

    public Counter<long> Retries { get; } =
        meter.CreateCounter<long>("kajabi.retries", "{retry}", "Requests that were sent again, by what ended the attempt before.");

    public Counter<long> TokenRenewals { get; } =
        meter.CreateCounter<long>("kajabi.token.renewals", "{renewal}", "Tokens that were asked for, by what the API answered in the end.");

    public Counter<long> Drift { get; } =
        meter.CreateCounter<long>(
            "kajabi.contract.drift",
            "{finding}",
            "What answers held and the contract does not list, once for each answer."
        );

    public Histogram<double> LimiterWait { get; } =
        meter.CreateHistogram(
            "kajabi.limiter.wait.duration",
            "s",
            "How long a request waited for the rate limit of the options.",
            tags: null,
            s_durations
        );
}
