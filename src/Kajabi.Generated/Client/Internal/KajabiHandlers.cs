using System.Net;
using System.Net.Http.Headers;
using System.Reflection;

namespace Kajabi;

/// <summary>The parts of the handler chain that clients with and without dependency injection share.</summary>
internal static class KajabiHandlers
{
    private static readonly TimeSpan s_connectionLifetime = TimeSpan.FromMinutes(5);

    private static readonly string s_version =
        typeof(KajabiHandlers).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The handler that talks to the network. A redirect is an answer here: following one could carry a token or a secret elsewhere.</summary>
    public static SocketsHttpHandler Primary() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        PooledConnectionLifetime = s_connectionLifetime,
        UseCookies = false,
    };

    public static void Configure(HttpClient http, KajabiClientOptions options)
    {
        http.BaseAddress = options.BaseAddress;
        http.Timeout = Timeout.InfiniteTimeSpan; // CallHandler keeps the time, with the injected clock and by the call.
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Kajabi.Generated", s_version));
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue($"(.NET {Environment.Version})"));
        if (options.UserAgent is { } agent && TryParseUserAgent(agent, out List<ProductInfoHeaderValue> products))
        {
            products.ForEach(http.DefaultRequestHeaders.UserAgent.Add);
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
