using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.Extensions.Http.Resilience;

namespace Kajabi;

/// <summary>What every client consists of, with and without dependency injection.</summary>
internal static class KajabiHandlers
{
    /// <summary>The most that the headers of an answer may take.</summary>
    public const int MaxHeaderKilobytes = 64;

    // What is left of an answer that was refused is not worth reading for the sake of its connection.
    private const int MaxDrainBytes = 64 * 1024;

    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    private static readonly string s_version =
        typeof(KajabiHandlers).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>
    /// The whole chain, outermost first. Behind it stand the handlers that an application adds, which see every request
    /// as it leaves and every answer as it comes, and then the network.
    /// </summary>
    public static IReadOnlyList<DelegatingHandler> Chain(KajabiAccount account) =>
    [
        // Once for each call.
        new CallHandler(account.Options, account.Time),
        new DefaultSiteHandler(account.Options),
        new ResilienceHandler(account.Retries.Pipeline),

        // Once for each attempt, which takes the token that is good then, and repeats a request whose token was not.
        new AuthenticationHandler(account.Options, account.Tokens, account.Retries),

        // Once for each request sent, token requests included.
        new RateLimitHandler(account.Limiter, account.Time, account.Telemetry),
        new TelemetryHandler(account.Telemetry, account.Time),
        new AttemptHandler(account.Options.Retry, account.Time),
        new AnswerHandler(account.Options, account.Time),
    ];

    /// <summary>The handler that talks to the network. A redirect is an answer here: following one could carry a token or a secret elsewhere.</summary>
    public static SocketsHttpHandler Network() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        MaxResponseDrainSize = MaxDrainBytes,
        PooledConnectionLifetime = s_connectionLifetime,
        UseCookies = false,
    };

    /// <summary>The chain in front of the network, where no factory builds it.</summary>
    public static HttpMessageHandler Connect(KajabiAccount account) =>
        Chain(account).Reverse().Aggregate<DelegatingHandler, HttpMessageHandler>(Network(), static (inner, handler) =>
        {
            handler.InnerHandler = inner;
            return handler;
        });

    public static void Configure(HttpClient http, KajabiClientOptions options)
    {
        http.BaseAddress = options.BaseAddress;
        http.Timeout = Timeout.InfiniteTimeSpan; // CallHandler keeps the time, with the injected clock and by the call.
        AddUserAgent(http.DefaultRequestHeaders, options);
    }

    public static void AddUserAgent(HttpRequestHeaders headers, KajabiClientOptions options)
    {
        headers.UserAgent.Add(new ProductInfoHeaderValue("Kajabi.Generated", s_version));
        headers.UserAgent.Add(new ProductInfoHeaderValue($"(.NET {Environment.Version})"));
        if (options.UserAgent is { } agent && TryParseUserAgent(agent, out List<ProductInfoHeaderValue> products))
        {
            products.ForEach(headers.UserAgent.Add);
        }
    }

    public static bool TryParseUserAgent(string text, out List<ProductInfoHeaderValue> products)
    {
        using HttpRequestMessage scratch = new();
        bool isValid = scratch.Headers.UserAgent.TryParseAdd(text);
        products = [.. scratch.Headers.UserAgent];
        return isValid;
    }
}
