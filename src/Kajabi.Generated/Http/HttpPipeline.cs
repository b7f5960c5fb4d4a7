using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.Extensions.Http.Resilience;

namespace Kajabi.Http;

/// <summary>What every client consists of, with and without dependency injection.</summary>
internal static class HttpPipeline
{
    private static readonly string s_version =
        typeof(HttpPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";

    /// <summary>
    /// Returns the whole chain, outermost first. The handlers of the application follow, defaults for all of its HTTP clients
    /// included, and see every request and response; then the <see cref="SendGuardHandler"/> and the network.
    /// </summary>
    public static IReadOnlyList<DelegatingHandler> Chain(KajabiClientCore account) =>
        [
            // Once for each call.
            new RefitResponseHandler(),
            new RequestOptionsHandler(account.Options, account.Time),
            new DefaultSiteHandler(account.Options),
            new ResilienceHandler(account.Retries.Pipeline),
            // Once for each attempt, which takes the token that is good then, and repeats a request whose token was not.
            new AuthenticationHandler(account.Options, account.Tokens, account.BackChannel),
            // Once for each request sent, token requests included.
            new RateLimitHandler(account.Limiter, account.Time, account.Telemetry),
            new TelemetryHandler(account.Telemetry, account.Time),
            new AttemptHandler(account.Options.Retry, account.Time),
            new ResponseBufferingHandler(account.Options, account.Time),
            new SendPermitHandler(account.Telemetry),
        ];

    /// <summary>Returns the chain in front of a primary handler, where no factory builds it.</summary>
    public static HttpMessageHandler Connect(KajabiClientCore account, HttpMessageHandler? primary) =>
        Chain(account)
            .Reverse()
            .Aggregate(
                PrimaryHandler.Guard(primary ?? new SocketsHttpHandler(), account),
                static (inner, handler) =>
                {
                    handler.InnerHandler = inner;
                    return handler;
                }
            );

    public static void Configure(HttpClient http, KajabiClientOptions options)
    {
        http.BaseAddress = options.BaseAddress;
        http.Timeout = Timeout.InfiniteTimeSpan; // RequestOptionsHandler keeps the time, with the injected clock and by the call.
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
