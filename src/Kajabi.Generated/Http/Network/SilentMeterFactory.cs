using System.Diagnostics.Metrics;

namespace Kajabi.Http.Network;

/// <summary>Makes the instruments of a handler invisible: those of a disposed meter are never published.</summary>
internal sealed class SilentMeterFactory : IMeterFactory
{
    public Meter Create(MeterOptions options)
    {
        Meter meter = new(options.Name);
        meter.Dispose();
        return meter;
    }

    public void Dispose() { }
}
