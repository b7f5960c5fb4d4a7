using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Kajabi.Tests.Diagnostics;

/// <summary>Records the measurements of one instrument as lines such as <c>2 {retry} a=b</c>.</summary>
/// <param name="meters">The meter factory of the client.</param>
/// <param name="instrument">The name of the instrument.</param>
internal sealed class MetricRecorder<T>(IMeterFactory meters, string instrument) : IDisposable
    where T : struct, IFormattable
{
    private readonly MetricCollector<T> _collector = new(meters, KajabiTelemetry.Name, instrument);

    public IReadOnlyList<string> Lines => [.. _collector.GetMeasurementSnapshot().Select(Format)];

    public void Dispose() => _collector.Dispose();

    private string Format(CollectedMeasurement<T> measurement)
    {
        IEnumerable<string> tags = measurement
            .Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal)
            .Select(static tag => $"{tag.Key}={tag.Value}");
        string value = measurement.Value.ToString(null, CultureInfo.InvariantCulture);
        return $"{value} {_collector.Instrument!.Unit} {string.Join(' ', tags)}";
    }
}
