namespace Kajabi;

/// <summary>Where the SDK's traces and metrics are found, as in <c>AddSource(KajabiTelemetry.Name)</c> and <c>AddMeter(KajabiTelemetry.Name)</c>.</summary>
/// <remarks>
/// Spans and <c>http.client.request.duration</c> follow the conventions of OpenTelemetry for HTTP clients: one a request
/// sent, so a repetition is a span of its own with <c>http.request.resend_count</c>, named after method and path template.
/// What could name a person stays out: no ids, no addresses with them (<c>url.full</c>), no query, no header, no body.
/// </remarks>
public static class KajabiTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>, and the category of the log.</summary>
    public const string Name = "Kajabi";
}
