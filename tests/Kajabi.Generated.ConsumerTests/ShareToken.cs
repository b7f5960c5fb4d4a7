using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme;

/// <summary>Shares one access token between processes.</summary>
public sealed class ShareToken : Example
{
    [Fact]
    public async Task One_option_shares_the_token_between_processes()
    {
        IDistributedCache redis = new FakeRedisCache();
        DirectoryInfo keys = Directory.CreateTempSubdirectory("acme-keys-");
        try
        {
            await using ServiceProvider first = Start(redis, keys);
            await using ServiceProvider second = Start(redis, keys);

            await first.GetRequiredService<KajabiClient>().Me.GetMeAsync();
            await second.GetRequiredService<KajabiClient>().Me.GetMeAsync();

            Assert.Equal(1, Sandbox.TokenRequestCount);
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    private ServiceProvider Start(IDistributedCache redis, DirectoryInfo keys)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Kajabi:ClientId", Sandbox.ClientId), new("Kajabi:ClientSecret", Sandbox.ClientSecret)])
            .Build();
        ServiceCollection services = new();
        services.AddSingleton(redis);

        #region sharing
        services.AddHybridCache(); // Uses Redis or another cache that the processes share.
        services.AddDataProtection().SetApplicationName("Acme").PersistKeysToFileSystem(keys);
        services.AddKajabi(options =>
        {
            options.ClientId = configuration["Kajabi:ClientId"];
            options.ClientSecret = configuration["Kajabi:ClientSecret"];
            options.AccessTokenSharing = AccessTokenSharing.Protected;
        });
        #endregion

        services.Configure<KajabiClientOptions>(options => options.BaseAddress = Sandbox.BaseAddress);
        return services.BuildServiceProvider();
    }

    /// <summary>Replaces Redis. A hybrid cache ignores the in-memory cache of the framework, but not this subclass.</summary>
    private sealed class FakeRedisCache() : MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
}
