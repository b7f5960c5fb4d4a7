using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RedisRateLimiting;
using StackExchange.Redis;

namespace Acme;

/// <summary>Shares one request limit between processes. Here Redis is unreachable, which does not fail requests.</summary>
public sealed class ShareLimit : Example
{
    [Fact]
    public async Task A_limiter_of_the_application_replaces_the_limits_of_an_account()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Kajabi:ClientId", Sandbox.ClientId),
                new("Kajabi:ClientSecret", Sandbox.ClientSecret),
                new("Kajabi:BaseAddress", Sandbox.BaseAddress.AbsoluteUri),
                new("Redis", "127.0.0.1:1,abortConnect=false,connectTimeout=100,connectRetry=0,asyncTimeout=100"),
            ])
            .Build();
        ServiceCollection services = new();

        #region limit
        services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(configuration["Redis"]!));
        services.AddSingleton<RateLimiter>(provider => new RedisFixedWindowRateLimiter<string>(
            "kajabi",
            new RedisFixedWindowRateLimiterOptions
            {
                ConnectionMultiplexerFactory = provider.GetRequiredService<IConnectionMultiplexer>,
                PermitLimit = 10,
                Window = TimeSpan.FromSeconds(1),
            }
        ));
        services.AddKajabi(configuration.GetSection("Kajabi"));
        services.AddOptions<KajabiClientOptions>().Configure<RateLimiter>((options, limiter) => options.RateLimit.Limiter = limiter);
        #endregion

        ConcurrentQueue<string> requests = [];
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new RequestRecorder(requests)));

        await using ServiceProvider provider = services.BuildServiceProvider();
        KajabiClient kajabi = provider.GetRequiredService<KajabiClient>();

        Assert.Equal("123", (await kajabi.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Equal(["GET /v1/contacts/123"], requests);
    }
}
