using System.Net;

namespace Kajabi.Http.Network;

/// <summary>Copies the settings of an application's <see cref="SocketsHttpHandler"/> and overrides those that the SDK requires.</summary>
internal static class SocketsHandlerSettings
{
    /// <summary>The maximum size of response headers, in KiB.</summary>
    public const int MaxHeaderKilobytes = 64;

    public const DecompressionMethods Decompression = DecompressionMethods.GZip | DecompressionMethods.Brotli;

    // Reading the rest of a rejected response only to keep its connection is not worthwhile.
    private const int MaxDrainBytes = 64 * 1024;

    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Creates a handler. The application's own is not changed: other clients may use it, and it may have sent requests.
    /// </summary>
    public static SocketsHttpHandler Copy(SocketsHttpHandler source, KajabiClientOptions options)
    {
        SocketsHttpHandler copy = new()
        {
            ActivityHeadersPropagator = source.ActivityHeadersPropagator,
            ConnectCallback = source.ConnectCallback,
            ConnectTimeout = source.ConnectTimeout,
            DefaultProxyCredentials = source.DefaultProxyCredentials,
            EnableMultipleHttp2Connections = source.EnableMultipleHttp2Connections,
#if NET9_0_OR_GREATER
            EnableMultipleHttp3Connections = source.EnableMultipleHttp3Connections,
#endif
            Expect100ContinueTimeout = source.Expect100ContinueTimeout,
            InitialHttp2StreamWindowSize = source.InitialHttp2StreamWindowSize,
            KeepAlivePingDelay = source.KeepAlivePingDelay,
            KeepAlivePingPolicy = source.KeepAlivePingPolicy,
            KeepAlivePingTimeout = source.KeepAlivePingTimeout,
            MaxConnectionsPerServer = source.MaxConnectionsPerServer,
            MeterFactory = source.MeterFactory,
            PlaintextStreamFilter = source.PlaintextStreamFilter,
            PooledConnectionIdleTimeout = source.PooledConnectionIdleTimeout,
            RequestHeaderEncodingSelector = source.RequestHeaderEncodingSelector,
            ResponseDrainTimeout = source.ResponseDrainTimeout,
            ResponseHeaderEncodingSelector = source.ResponseHeaderEncodingSelector,
            SslOptions = source.SslOptions,

            // A redirect, a cookie or a login of the handler could leak a secret or send a write twice.
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            AutomaticDecompression = Decompression,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = MaxDrainBytes,
            PooledConnectionLifetime =
                source.PooledConnectionLifetime == Timeout.InfiniteTimeSpan ? s_connectionLifetime : source.PooledConnectionLifetime,
            Proxy = options.Proxy ?? source.Proxy,
            UseProxy = (options.Proxy is not null || source.UseProxy) && !LoopbackAddress.IsLoopback(options.BaseAddress),
        };
        foreach ((string name, object? value) in source.Properties)
        {
            copy.Properties[name] = value;
        }

        return copy;
    }
}
