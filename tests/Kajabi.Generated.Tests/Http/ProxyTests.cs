using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Kajabi.Tests.Http;

/// <summary>Proxies of the application are used, except for this machine, and their passwords appear in no text.</summary>
public sealed class ProxyTests
{
    private const string Secret = "hunter2-marker";

    [Fact]
    public async Task A_proxy_that_rejects_its_login_is_named_without_user_and_password()
    {
        using LoopbackServer proxy = new(static _ => "407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        using ServiceProvider provider = Register(
            "https://api.example.com",
            http => http.UseSocketsHttpHandler((handler, _) => handler.Proxy = WithLogin(proxy))
        );

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => ReadAsync(provider));

        Assert.Equal(KajabiErrorKind.Network, exception.Kind);
        Assert.Contains($"The proxy 127.0.0.1:{proxy.Port} returned status 407 for CONNECT", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{exception}", StringComparison.Ordinal);
        Assert.DoesNotContain("proxy-user", $"{exception}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("502 Bad Gateway", "status 502")]
    [InlineData(null, "127.0.0.1")]
    public async Task A_proxy_that_fails_otherwise_is_named(string? status, string expected)
    {
        LoopbackServer proxy = new(_ => $"{status}\r\nContent-Length: 0\r\n\r\n");
        WebProxy address = WithLogin(proxy);
        if (status is null)
        {
            proxy.Dispose();
        }

        using ServiceProvider provider = Register(
            "https://api.example.com",
            http => http.UseSocketsHttpHandler((handler, _) => handler.Proxy = address)
        );

        KajabiApiException exception = await Assert.ThrowsAsync<KajabiApiException>(() => ReadAsync(provider));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, $"{exception}", StringComparison.Ordinal);
        proxy.Dispose();
    }

    [Theory]
    [InlineData("sockets")]
    [InlineData("client handler")]
    [InlineData("options")]
    public async Task A_loopback_address_never_uses_a_proxy(string where)
    {
        using LoopbackServer server = new();
        using LoopbackServer proxy = new();
        WebProxy configured = new(proxy.Address);
        using ServiceProvider provider = Register(
            server.Address.AbsoluteUri,
            http => UseProxy(http, where, configured),
            options => options.Proxy = where == "options" ? configured : null
        );

        await ReadAsync(provider);

        Assert.Empty(proxy.Requests);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("sockets")]
    [InlineData("client handler")]
    [InlineData("options")]
    public async Task A_proxy_of_the_application_is_used_for_other_addresses(string where)
    {
        using LoopbackServer proxy = new(static _ => "403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        WebProxy configured = new(proxy.Address);
        using ServiceProvider provider = Register(
            "https://api.example.com",
            http => UseProxy(http, where, configured),
            options => options.Proxy = where == "options" ? configured : null
        );

        await Assert.ThrowsAsync<KajabiApiException>(() => ReadAsync(provider));

        Assert.StartsWith("CONNECT api.example.com:443", Assert.Single(proxy.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_container_accepts_a_handler_and_a_proxy()
    {
        using LoopbackServer proxy = new(static _ => "403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        KajabiClientOptions options = new()
        {
            AccessToken = "t",
            BaseAddress = new Uri("https://api.example.com"),
            Retry = { MaxAttempts = 1 },
        };
        using KajabiClient withHandler = new(options, new SocketsHttpHandler { Proxy = new WebProxy(proxy.Address) });
        options.Proxy = new WebProxy(proxy.Address);
        using KajabiClient withProxy = new(options);

        await Assert.ThrowsAsync<KajabiApiException>(() => withHandler.Contacts.GetContactAsync("7"));
        await Assert.ThrowsAsync<KajabiApiException>(() => withProxy.Contacts.GetContactAsync("7"));

        Assert.Equal(2, proxy.Requests.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("http://127.8.9.10", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("http://[::ffff:127.0.0.1]", true)]
    [InlineData("https://localhost", true)]
    [InlineData("https://LOCALHOST.", true)]
    [InlineData("https://kajabi.localhost:8443", true)]
    [InlineData("https://api.kajabi.com", false)]
    [InlineData("https://localhost.example.com", false)]
    [InlineData("https://notlocalhost", false)]
    public void Loopback_is_recognized_in_every_form(string address, bool isLoopback) =>
        Assert.Equal(isLoopback, LoopbackAddress.IsLoopback(new Uri(address)));

    private static WebProxy WithLogin(LoopbackServer proxy) => new(new Uri($"http://proxy-user:{Secret}@127.0.0.1:{proxy.Port}"));

    private static void UseProxy(IHttpClientBuilder http, string where, IWebProxy proxy)
    {
        switch (where)
        {
            case "sockets":
                http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = proxy });
                break;
            case "client handler":
                http.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { Proxy = proxy });
                break;
        }
    }

    private static Task ReadAsync(IServiceProvider provider) => provider.GetRequiredService<KajabiClient>().Contacts.GetContactAsync("7");

    private static ServiceProvider Register(
        string address,
        Action<IHttpClientBuilder> defaults,
        Action<KajabiClientOptions>? configure = null
    )
    {
        ServiceCollection services = new();
        services.ConfigureHttpClientDefaults(defaults);
        services.AddKajabi(options =>
        {
            (options.AccessToken, options.BaseAddress, options.Retry.MaxAttempts) = ("t", new Uri(address), 1);
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }
}
