using System.Diagnostics;
using System.Net;

namespace Kajabi.Http.Network;

/// <summary>
/// Sends requests with the settings of a <see cref="SocketsHttpHandler"/>. While something listens to the SDK's spans or
/// durations, those of .NET for the same requests are off, so that each request has one span and one duration.
/// </summary>
/// <param name="settings">The settings, which are copied.</param>
/// <param name="core">The options and the telemetry of the client.</param>
internal sealed class NetworkHandler(SocketsHttpHandler settings, HttpCore core) : HttpMessageHandler
{
    // Spans and metrics can only be turned off per handler. Listeners seldom change, so usually one handler is created.
    private readonly Lazy<HttpMessageInvoker>[] _handlers =
    [
        new(() => Create(settings, core, hasSpans: true, hasMetrics: true)),
        new(() => Create(settings, core, hasSpans: false, hasMetrics: true)),
        new(() => Create(settings, core, hasSpans: true, hasMetrics: false)),
        new(() => Create(settings, core, hasSpans: false, hasMetrics: false)),
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isTraced = TelemetryHandler.IsListenedTo;
        if (isTraced && Activity.Current is { } activity)
        {
            TraceHeaders.Set(request, activity, settings.ActivityHeadersPropagator);
        }

        HttpMessageInvoker handler = _handlers[(isTraced ? 1 : 0) | (core.Telemetry.Instruments.RequestDuration.Enabled ? 2 : 0)].Value;
        try
        {
            return await handler.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ProxyTunnelError)
        {
            throw ProxyFailure.Create(exception, GetProxy(request.RequestUri));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            settings.Dispose();
            foreach (Lazy<HttpMessageInvoker> handler in _handlers.Where(static handler => handler.IsValueCreated))
            {
                handler.Value.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private static HttpMessageInvoker Create(SocketsHttpHandler settings, HttpCore core, bool hasSpans, bool hasMetrics)
    {
        SocketsHttpHandler handler = SocketsHandlerSettings.Copy(settings, core.Options);
        if (core.HasSecretUrls)
        {
            // The links of one client can have different hosts, so whether one of them is on loopback is known only per request.
            handler.Proxy = new LoopbackBypassProxy(handler.Proxy ?? HttpClient.DefaultProxy);
        }

        handler.ActivityHeadersPropagator = hasSpans && !core.HasSecretUrls ? settings.ActivityHeadersPropagator : null;
        handler.MeterFactory = hasMetrics ? settings.MeterFactory : new SilentMeterFactory();
        return new HttpMessageInvoker(handler);
    }

    private Uri? GetProxy(Uri? address)
    {
        IWebProxy proxy = core.Options.Proxy ?? settings.Proxy ?? HttpClient.DefaultProxy;
        return address is null ? null : proxy.GetProxy(address);
    }
}
