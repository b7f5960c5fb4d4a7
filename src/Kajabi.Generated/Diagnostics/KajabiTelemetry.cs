namespace Kajabi;

/// <summary>
/// The name of the SDK's traces and metrics, for <c>AddSource(KajabiTelemetry.Name)</c> and <c>AddMeter(KajabiTelemetry.Name)</c>.
/// </summary>
/// <remarks>
/// Spans and <c>http.client.request.duration</c> follow the OpenTelemetry semantic conventions for HTTP clients: one per request
/// sent, so a retry has its own span with <c>http.request.resend_count</c>, named after method and path template. They contain
/// no personal data: no ids, no <c>url.full</c>, no query, no headers, no body.
/// </remarks>
public static class KajabiTelemetry
{
    /// <summary>
    /// The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the
    /// <see cref="System.Diagnostics.Metrics.Meter"/>, and the log category.
    /// </summary>
    public const string Name = "Kajabi";
}
