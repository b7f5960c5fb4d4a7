using System.Diagnostics;
using System.Net;

namespace Kajabi.Http.Network;

/// <summary>
/// Sends requests with the settings of a <see cref="SocketsHttpHandler"/>. While something listens to the SDK's spans or
/// durations, the platform's own for the same requests are off, so that there is one of each for a request.
/// </summary>
/// <param name="settings">The settings, which are copied.</param>
/// <param name="account">The options and the telemetry of the client.</param>
internal sealed class NetworkHandler(SocketsHttpHandler settings, KajabiClientCore account) : HttpMessageHandler
{
    // Both can be switched off for a whole handler only. An application seldom changes its listeners, so one of them is used.
    private readonly Lazy<HttpMessageInvoker>[] _handlers =
    [
        .. Enumerable
            .Range(0, 4)
            .Select(i => new Lazy<HttpMessageInvoker>(() =>
                Create(settings, account.Options, hasSpans: (i & 1) == 0, hasMetrics: (i & 2) == 0)
            )),
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isTraced = TelemetryHandler.IsListenedTo;
        if (isTraced && Activity.Current is { } activity)
        {
            TraceHeaders.Set(request, activity, settings.ActivityHeadersPropagator);
        }

        HttpMessageInvoker handler = _handlers[(isTraced ? 1 : 0) | (account.Telemetry.Instruments.RequestDuration.Enabled ? 2 : 0)].Value;
        try
        {
            return await handler.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ProxyTunnelError)
        {
            throw ProxyFailure.Create(exception, ProxyOf(request.RequestUri));
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

    private static HttpMessageInvoker Create(SocketsHttpHandler settings, KajabiClientOptions options, bool hasSpans, bool hasMetrics)
    {
        SocketsHttpHandler handler = SocketsHandlerSettings.Copy(settings, options);
        handler.ActivityHeadersPropagator = hasSpans ? settings.ActivityHeadersPropagator : null;
        handler.MeterFactory = hasMetrics ? settings.MeterFactory : new SilentMeterFactory();
        return new HttpMessageInvoker(handler);
    }

    private Uri? ProxyOf(Uri? address)
    {
        IWebProxy proxy = account.Options.Proxy ?? settings.Proxy ?? HttpClient.DefaultProxy;
        return address is null ? null : proxy.GetProxy(address);
    }
}
