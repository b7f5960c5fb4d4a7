using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Kajabi.Tests.Diagnostics;

/// <summary>What one instrument of one client measures, as lines such as <c>2 {retry} a=b</c>.</summary>
/// <param name="meters">Makes the meters of the client.</param>
/// <param name="instrument">The name of the instrument.</param>
internal sealed class Measured<T>(IMeterFactory meters, string instrument) : IDisposable
    where T : struct, IFormattable
{
    private readonly MetricCollector<T> _collector = new(meters, KajabiTelemetry.Name, instrument);

    public IReadOnlyList<string> Lines =>
        [
            .. _collector
                .GetMeasurementSnapshot()
                .Select(one =>
                    $"{one.Value.ToString(null, CultureInfo.InvariantCulture)} {_collector.Instrument!.Unit} {string.Join(' ', one.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}"))}"
                ),
        ];

    public void Dispose() => _collector.Dispose();
}
