using System.Net.Http.Headers;
using System.Reflection;

namespace Kajabi.Http;

/// <summary>Creates the handler pipeline of a client, with and without dependency injection.</summary>
internal static class HttpPipeline
{
    private static readonly string s_version =
        typeof(HttpPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";

    /// <summary>
    /// Creates the handlers of the SDK, outermost first. The handlers of the application follow, including its defaults for all
    /// HTTP clients, and see every request and response; then the <see cref="SendGuardHandler"/> and the network.
    /// </summary>
    public static IReadOnlyList<DelegatingHandler> CreateHandlers(KajabiClientCore core) =>
        [
            // Once per call.
            new RefitResponseHandler(),
            new RequestOptionsHandler(core.Options, core.Time),
            new DefaultSiteHandler(core.Options),
            new RetryHandler(core.Retries),
            // Once per attempt, which uses the current token and retries with another one after a 401.
            new AuthenticationHandler(core.Options, core.Tokens, core.BackChannel),
            // Once per request sent, including token requests.
            new RateLimitHandler(core.Limiter, core.CustomLimiter, core.Time, core.Telemetry),
            new TelemetryHandler(core.Telemetry, core.Time),
            new AttemptHandler(core.Options.Retry, core.Time),
            new ResponseBufferingHandler(core.Options, core.Time),
            new SendPermitHandler(core.Telemetry),
        ];

    /// <summary>
    /// Creates the handlers of offer links, outermost first: those of the API that have nothing to do with an account. There is no
    /// access token that could be sent.
    /// </summary>
    public static IReadOnlyList<DelegatingHandler> CreateHandlers(OfferLinkCore core) =>
        [
            new RequestOptionsHandler(core.Options, core.Time),
            new RetryHandler(core.Retries),
            new TelemetryHandler(core.Telemetry, core.Time),
            new AttemptHandler(core.Options.Retry, core.Time),
            new ResponseBufferingHandler(core.Options, core.Time),
            new SendPermitHandler(core.Telemetry),
        ];

    /// <summary>Builds the pipeline of a client without <see cref="System.Net.Http.IHttpClientFactory"/>.</summary>
    public static HttpMessageHandler Build(HttpCore core, HttpMessageHandler? primary) =>
        core.CreateHandlers()
            .Reverse()
            .Aggregate(
                PrimaryHandler.Create(primary ?? new SocketsHttpHandler(), core),
                static (inner, handler) =>
                {
                    handler.InnerHandler = inner;
                    return handler;
                }
            );

    public static void Configure(HttpClient http, KajabiClientOptions options)
    {
        http.BaseAddress = options.BaseAddress;
        ConfigureRequests(http, options);
    }

    /// <summary>Configures a client whose requests have absolute URIs.</summary>
    public static void ConfigureRequests(HttpClient http, KajabiClientOptions options)
    {
        http.Timeout = Timeout.InfiniteTimeSpan; // RequestOptionsHandler applies the timeout, per call and with the injected clock.
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
