namespace Kajabi.Http.Network;

/// <summary>Adds the <see cref="SendGuardHandler"/> to the application's primary handler.</summary>
internal static class PrimaryHandler
{
    /// <summary>Returns the guarded handler.</summary>
    /// <param name="handler">
    /// The application's handler. A <see cref="SocketsHttpHandler"/> is copied, and the settings of an
    /// <see cref="HttpClientHandler"/> are changed. In a chain of <see cref="DelegatingHandler"/>, which may retry, the guard is
    /// added after the innermost one. Any other handler is used unchanged.
    /// </param>
    /// <param name="core">The client.</param>
    /// <exception cref="InvalidOperationException">The handler cannot have the settings that the SDK needs.</exception>
    public static HttpMessageHandler Create(HttpMessageHandler handler, HttpCore core)
    {
        if (handler is not DelegatingHandler outer)
        {
            return new SendGuardHandler(core.Options, isDedicated: true) { InnerHandler = Configure(handler, core) };
        }

        DelegatingHandler innermost = outer;
        while (innermost is not SendGuardHandler && innermost.InnerHandler is DelegatingHandler inner)
        {
            innermost = inner;
        }

        if (innermost is SendGuardHandler)
        {
            return handler;
        }

        if (innermost.InnerHandler is not { } network)
        {
            throw new InvalidOperationException(
                $"The {innermost.GetType().Name} of the primary HTTP handler has no InnerHandler that sends requests. "
                    + "Set it, for example to a new SocketsHttpHandler."
            );
        }

        try
        {
            innermost.InnerHandler = new SendGuardHandler(core.Options, isDedicated: false) { InnerHandler = Configure(network, core) };
            return handler;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                $"The primary HTTP handler {handler.GetType().Name} has already sent requests, so the SDK cannot ensure that it "
                    + "sends writes once. Create a new one for the SDK's HTTP client.",
                exception
            );
        }
    }

    private static HttpMessageHandler Configure(HttpMessageHandler handler, HttpCore core)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                return new NetworkHandler(sockets, core);
            case HttpClientHandler when core.HasSecretUrls:
                throw new InvalidOperationException(
                    "The primary HTTP handler is an HttpClientHandler, whose traces would contain the offer links, which are secrets. "
                        + "Use a SocketsHttpHandler for the HTTP client of offer links."
                );
            case HttpClientHandler client:
                Configure(client, core.Options);
                return client;
            default:
                return core.Options.Proxy is null
                    ? handler
                    : throw new InvalidOperationException(
                        $"The Proxy of the options cannot be set on the primary HTTP handler {handler.GetType().Name}. "
                            + "Set it on that handler."
                    );
        }
    }

    private static void Configure(HttpClientHandler handler, KajabiClientOptions options)
    {
        try
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.Credentials = null;
            handler.PreAuthenticate = false;
            handler.AutomaticDecompression = SocketsHandlerSettings.Decompression;
            handler.MaxResponseHeadersLength = SocketsHandlerSettings.MaxHeaderKilobytes;
            handler.Proxy = options.Proxy ?? handler.Proxy;
            handler.UseProxy = (options.Proxy is not null || handler.UseProxy) && !LoopbackAddress.IsLoopback(options.BaseAddress);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                "The primary HTTP handler has already sent requests, so the SDK cannot turn its redirects and cookies off. "
                    + "Create a new one for the SDK's HTTP client, or use a SocketsHttpHandler, whose settings are copied.",
                exception
            );
        }
    }
}
