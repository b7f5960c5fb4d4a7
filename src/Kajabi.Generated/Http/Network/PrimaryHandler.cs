namespace Kajabi.Http.Network;

/// <summary>Puts the <see cref="SendGuardHandler"/> in front of whatever an application sends requests with.</summary>
internal static class PrimaryHandler
{
    /// <summary>Returns the guarded handler.</summary>
    /// <param name="handler">
    /// The application's handler. A <see cref="SocketsHttpHandler"/> is copied, an <see cref="HttpClientHandler"/> is
    /// changed to the settings that the SDK needs, a <see cref="DelegatingHandler"/> is guarded behind its innermost one,
    /// since it may retry; any other is used as it is.
    /// </param>
    /// <param name="account">The client.</param>
    /// <exception cref="InvalidOperationException">The handler cannot have the settings that the SDK needs.</exception>
    public static HttpMessageHandler Guard(HttpMessageHandler handler, KajabiClientCore account)
    {
        if (handler is not DelegatingHandler outer)
        {
            return new SendGuardHandler(account.Options, isOurs: true) { InnerHandler = Configure(handler, account) };
        }

        DelegatingHandler innermost = outer;
        while (innermost is not SendGuardHandler && innermost.InnerHandler is DelegatingHandler inner)
        {
            innermost = inner;
        }

        if (innermost is SendGuardHandler || innermost.InnerHandler is not { } network)
        {
            return handler;
        }

        try
        {
            innermost.InnerHandler = new SendGuardHandler(account.Options, isOurs: false) { InnerHandler = Configure(network, account) };
            return handler;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(
                $"The primary HTTP handler {handler.GetType().Name} has already sent requests, so the SDK cannot ensure that it sends writes once. "
                    + "Create a new one for the SDK's HTTP client.",
                exception
            );
        }
    }

    private static HttpMessageHandler Configure(HttpMessageHandler handler, KajabiClientCore account)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                return new NetworkHandler(sockets, account);
            case HttpClientHandler client:
                Configure(client, account.Options);
                return client;
            default:
                return account.Options.Proxy is null
                    ? handler
                    : throw new InvalidOperationException(
                        $"The Proxy of the options cannot be set on the primary HTTP handler {handler.GetType().Name}. Set it on that handler."
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
            handler.UseProxy = (options.Proxy is not null || handler.UseProxy) && !LoopbackAddress.Is(options.BaseAddress);
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
