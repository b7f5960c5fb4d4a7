using System.Collections.Concurrent;
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
        services.AddKajabi(configuration.GetSection("Kajabi")); // ClientId and ClientSecret of the API key
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
        ConcurrentBag<ContractDrift> drifts = [];

        #region configuration
        services.AddKajabi(options =>
        {
            configuration.GetSection("Kajabi").Bind(options);
            options.OnContractDrift = drift => drifts.Add(drift);
        });
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
    public async Task Each_of_several_accounts_has_its_own_client_and_areas()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                ((string[])["Studio", "School"]).SelectMany(account =>
                    new KeyValuePair<string, string?>[]
                    {
                        new($"{account}:BaseAddress", Sandbox.BaseAddress.AbsoluteUri),
                        new($"{account}:ClientId", Sandbox.ClientId),
                        new($"{account}:ClientSecret", Sandbox.ClientSecret),
                    }
                )
            )
            .Build();
        ServiceCollection services = new();

        #region accounts
        services.AddKajabi("studio", configuration.GetSection("Studio"));
        services.AddKajabi("school", configuration.GetSection("School"));
        services.AddSingleton<Comparison>();
        #endregion

        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotSame(provider.GetRequiredKeyedService<KajabiClient>("studio"), provider.GetRequiredKeyedService<KajabiClient>("school"));
        Assert.Same(
            provider.GetRequiredKeyedService<IKajabiClient>("studio").Contacts,
            provider.GetRequiredKeyedService<IContactsApi>("studio")
        );
        Assert.Null(provider.GetService<IKajabiClient>());
        Assert.True(await provider.GetRequiredService<Comparison>().HaveSameNameAsync("123"));
    }

    [Fact]
    public async Task A_class_can_depend_on_the_client_or_on_one_area()
    {
        ServiceCollection services = new();
        services.AddKajabi(options =>
        {
            options.BaseAddress = Sandbox.BaseAddress;
            options.ClientId = Sandbox.ClientId;
            options.ClientSecret = Sandbox.ClientSecret;
        });
        services.AddSingleton<Newsletter>();
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal("johanna@example.com", await provider.GetRequiredService<Newsletter>().AddressAsync("123"));
        Assert.Same(provider.GetRequiredService<KajabiClient>(), provider.GetRequiredService<IKajabiClient>());
    }

    #region injected-area
    internal sealed class Newsletter(IContactsApi contacts)
    {
        public async Task<string?> AddressAsync(string id) => (await contacts.GetContactAsync(id)).Data.Attributes.Email;
    }
    #endregion

    #region injected-accounts
    internal sealed class Comparison([FromKeyedServices("studio")] IContactsApi studio, [FromKeyedServices("school")] IContactsApi school)
    {
        public async Task<bool> HaveSameNameAsync(string id) =>
            (await studio.GetContactAsync(id)).Data.Attributes.Name == (await school.GetContactAsync(id)).Data.Attributes.Name;
    }
    #endregion
}
