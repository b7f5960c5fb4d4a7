using System.Diagnostics.Metrics;

namespace Kajabi.Http.Network;

/// <summary>Hides the instruments of a handler: those of a disposed meter are never published.</summary>
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
