using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme;

/// <summary>Several processes, one access token.</summary>
public sealed class ShareTheToken : Story
{
    [Fact]
    public async Task One_line_lets_processes_share_their_token()
    {
        IDistributedCache redis = new CommonCache();
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
        services.AddHybridCache(); // Over Redis, or what else the processes have in common.
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

    /// <summary>Stands for Redis. A hybrid cache passes over the framework's own cache in memory, but not over this.</summary>
    private sealed class CommonCache() : MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
}
