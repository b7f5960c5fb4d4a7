using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme;

/// <summary>Registers the client with the credentials of the configuration.</summary>
public sealed class RegisterClient : Example
{
    [Fact]
    public async Task The_client_is_registered_once()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Kajabi:ClientId", Sandbox.ClientId), new("Kajabi:ClientSecret", Sandbox.ClientSecret)])
            .Build();
        ServiceCollection services = new();

        #region registration
        services.AddKajabi(options =>
        {
            options.ClientId = configuration["Kajabi:ClientId"];
            options.ClientSecret = configuration["Kajabi:ClientSecret"];
        });
        #endregion

        services.Configure<KajabiClientOptions>(options => options.BaseAddress = Sandbox.BaseAddress);
        await using ServiceProvider provider = services.BuildServiceProvider();
        UserDocument me = await provider.GetRequiredService<KajabiClient>().Me.GetMeAsync();

        Assert.Equal("mira@kiln.example.com", me.Data.Attributes.Email);
    }

    [Fact]
    public void All_options_can_be_bound_from_configuration()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Kajabi:ClientId", "id"),
                new("Kajabi:ClientSecret", "secret"),
                new("Kajabi:BaseAddress", "https://gateway.example.com/kajabi"),
                new("Kajabi:Timeout", "00:05:00"),
                new("Kajabi:Retry:MaxAttempts", "2"),
                new("Kajabi:Retry:BaseDelay", "00:00:03"),
                new("Kajabi:RateLimit:MaxRequestsPerSecond", "7"),
            ])
            .Build();
        ServiceCollection services = new();

        #region configuration
        services.AddKajabi(configuration.GetSection("Kajabi").Bind);
        #endregion

        using ServiceProvider provider = services.BuildServiceProvider();
        KajabiClientOptions options = provider.GetRequiredService<IOptions<KajabiClientOptions>>().Value;
        Assert.Equal(("id", "secret", "gateway.example.com"), (options.ClientId, options.ClientSecret, options.BaseAddress.Host));
        Assert.Equal(
            (TimeSpan.FromMinutes(5), 2, TimeSpan.FromSeconds(3), 7),
            (options.Timeout, options.Retry.MaxAttempts, options.Retry.BaseDelay, options.RateLimit.MaxRequestsPerSecond)
        );
    }

    [Fact]
    public async Task Each_account_has_its_own_keyed_client()
    {
        ServiceCollection services = new();
        foreach (string account in (string[])["studio", "school"])
        {
            services.AddKajabi(
                account,
                options =>
                {
                    options.BaseAddress = Sandbox.BaseAddress;
                    options.ClientId = Sandbox.ClientId;
                    options.ClientSecret = Sandbox.ClientSecret;
                }
            );
        }

        await using ServiceProvider provider = services.BuildServiceProvider();

        KajabiClient studio = provider.GetRequiredKeyedService<KajabiClient>("studio");
        KajabiClient school = provider.GetRequiredKeyedService<KajabiClient>("school");
        Assert.NotSame(studio, school);
        Assert.Equal("123", (await studio.Contacts.GetContactAsync("123")).Data.Id);
        Assert.Equal("123", (await school.Contacts.GetContactAsync("123")).Data.Id);
    }
}
