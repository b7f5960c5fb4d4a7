using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Tests.Http;

/// <summary>The primary handler of the application is used with the settings that the SDK needs.</summary>
public sealed class PrimaryHandlerTests
{
    // Properties that the SDK overrides, or sets per request.
    private static readonly string[] s_decided =
    [
        "AllowAutoRedirect",
        "AutomaticDecompression",
        "CookieContainer",
        "Credentials",
#if NET8_LIBRARIES // .NET 8 does not have the property.
        "EnableMultipleHttp3Connections",
#endif
        "MaxAutomaticRedirections",
        "MaxResponseDrainSize",
        "MaxResponseHeadersLength",
        "PreAuthenticate",
        "Properties",
        "UseCookies",
    ];

    public static TheoryData<string> Handlers => ["sockets", "configured sockets", "client handler"];

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Redirects_are_not_followed_and_cookies_not_sent(string kind)
    {
        using LoopbackServer elsewhere = new();
        using LoopbackServer server = new(_ =>
            $"307 Temporary Redirect\r\nLocation: {elsewhere.Address}x\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n"
        );
        using ServiceProvider provider = Register(server, http => Use(http, kind));

        for (int i = 0; i < 2; i++)
        {
            KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() =>
                provider
                    .GetRequiredService<KajabiClient>()
                    .Contacts.CreateContactAsync(new ContactAttributes { Email = "a@example.com" }, siteId: "1")
            );
            Assert.Equal(HttpStatusCode.TemporaryRedirect, exception.StatusCode);
        }

        Assert.Empty(elsewhere.Requests);
        Assert.All(server.Requests, static request => Assert.DoesNotContain("Cookie:", request, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_chain_of_handlers_without_a_network_is_rejected_at_creation()
    {
        using PassThrough inner = new();
        using PassThrough outer = new() { InnerHandler = inner };

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            new KajabiClient(new KajabiClientOptions { AccessToken = "t" }, outer)
        );

        Assert.Contains("PassThrough of the primary HTTP handler has no InnerHandler", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_shared_with_other_clients_is_not_changed()
    {
        using LoopbackServer server = new();
        using SocketsHttpHandler shared = new();
        using HttpMessageInvoker other = new(shared, disposeHandler: false);
        using HttpRequestMessage request = new(HttpMethod.Get, server.Address);
        // After its first request, the handler can no longer be changed.
        using HttpResponseMessage response = await other.SendAsync(request, CancellationToken.None);
        using KajabiClient kajabi = new(LoopbackServer.Options(server), shared);

        await kajabi.Contacts.GetContactAsync("7");

        Assert.True(shared.AllowAutoRedirect);
        Assert.True(shared.UseCookies);
    }

    [Fact]
    public async Task A_client_handler_that_can_no_longer_be_changed_is_rejected()
    {
        using LoopbackServer server = new();
        using HttpClientHandler shared = new();
        using HttpMessageInvoker other = new(shared, disposeHandler: false);
        using HttpRequestMessage request = new(HttpMethod.Get, server.Address);
        using HttpResponseMessage response = await other.SendAsync(request, CancellationToken.None);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            new KajabiClient(LoopbackServer.Options(server), shared)
        );

        Assert.Contains("SocketsHttpHandler", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_another_type_that_follows_a_redirect_is_rejected()
    {
        using KajabiClient kajabi = new(new KajabiClientOptions { AccessToken = "t" }, new Following());

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            kajabi.Contacts.GetContactAsync("7")
        );

        Assert.Contains("redirect", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proxy_that_cannot_be_set_is_rejected() =>
        Assert.Throws<InvalidOperationException>(() =>
            new KajabiClient(new KajabiClientOptions { AccessToken = "t", Proxy = new WebProxy("http://127.0.0.1:1") }, new Following())
        );

    [Fact]
    public void Every_setting_of_a_sockets_handler_is_copied_or_overridden()
    {
        using SocketsHttpHandler source = new()
        {
            ActivityHeadersPropagator = System.Diagnostics.DistributedContextPropagator.CreatePassThroughPropagator(),
            ConnectCallback = static (_, _) => throw new NotSupportedException(),
            ConnectTimeout = TimeSpan.FromSeconds(1),
            DefaultProxyCredentials = new NetworkCredential("a", "b"),
            EnableMultipleHttp2Connections = true,
            EnableMultipleHttp3Connections = true,
            Expect100ContinueTimeout = TimeSpan.FromSeconds(2),
            InitialHttp2StreamWindowSize = 100_000,
            KeepAlivePingDelay = TimeSpan.FromSeconds(3),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingTimeout = TimeSpan.FromSeconds(4),
            MaxConnectionsPerServer = 5,
            MeterFactory = new SilentMeterFactory(),
            PlaintextStreamFilter = static (_, _) => throw new NotSupportedException(),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(6),
            PooledConnectionLifetime = TimeSpan.FromSeconds(7),
            Proxy = new WebProxy("http://127.0.0.1:1"),
            RequestHeaderEncodingSelector = static (_, _) => null,
            ResponseDrainTimeout = TimeSpan.FromSeconds(8),
            ResponseHeaderEncodingSelector = static (_, _) => null,
            SslOptions = new System.Net.Security.SslClientAuthenticationOptions { TargetHost = "x" },
            UseProxy = false,
        };
        using SocketsHttpHandler plain = new();
        using SocketsHttpHandler copy = SocketsHandlerSettings.Copy(source, new KajabiClientOptions());

        Assert.All(
            typeof(SocketsHttpHandler)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(static property => !s_decided.Contains(property.Name)),
            property =>
            {
                Assert.NotEqual(property.GetValue(plain), property.GetValue(source)); // Otherwise a new property would not be tested.
                Assert.Equal(property.GetValue(source), property.GetValue(copy));
            }
        );
        Assert.Equal((false, false, null, 64), (copy.AllowAutoRedirect, copy.UseCookies, copy.Credentials, copy.MaxResponseHeadersLength));
    }

    [Theory]
    [InlineData("Kajabi", null)]
    [InlineData("Kajabi:shop", "shop")]
    [InlineData("Kajabi.Generated", null)]
    [InlineData("KajabiClient", "KajabiClient")]
    public async Task An_HTTP_client_of_the_application_with_any_name_is_not_affected(string name, string? account)
    {
        using LoopbackServer server = new();
        ServiceCollection services = new();
        services.AddHttpClient(name, static http => http.DefaultRequestHeaders.Add("x-application", "1"));
        if (account is null)
        {
            services.AddKajabi(options => (options.AccessToken, options.BaseAddress) = ("t", server.Address));
        }
        else
        {
            services.AddKajabi(account, options => (options.AccessToken, options.BaseAddress) = ("t", server.Address));
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient application = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

        await (
            account is null ? provider.GetRequiredService<KajabiClient>() : provider.GetRequiredKeyedService<KajabiClient>(account)
        ).Contacts.GetContactAsync("7");
        using HttpResponseMessage response = await application.GetAsync(server.Address);

        Assert.Equal([false, true], server.Requests.Select(static request => request.Contains("x-application", StringComparison.Ordinal)));
        Assert.Equal(
            [true, false],
            server.Requests.Select(static request => request.Contains("Kajabi.Generated/", StringComparison.Ordinal))
        );
    }

    private static void Use(IHttpClientBuilder http, string kind)
    {
        switch (kind)
        {
            case "sockets":
                http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler());
                break;
            case "configured sockets":
                http.UseSocketsHttpHandler(static (handler, _) => handler.AllowAutoRedirect = true);
                break;
            default:
                http.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler());
                break;
        }
    }

    private static ServiceProvider Register(LoopbackServer server, Action<IHttpClientBuilder> defaults)
    {
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(defaults);
        services.AddKajabi(options => (options.AccessToken, options.BaseAddress) = ("t", server.Address));
        return services.BuildServiceProvider();
    }

    private sealed class Following : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://elsewhere.example.com/"),
                }
            );
    }

    private sealed class PassThrough : DelegatingHandler;
}
