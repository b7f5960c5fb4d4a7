using Microsoft.Extensions.DependencyInjection;

namespace Acme;

/// <summary>What every story begins with: a sandbox of its own, and a client registered as an application does it.</summary>
public abstract class Story : IAsyncLifetime
{
    private ServiceProvider? _services;
    private KajabiSandbox? _sandbox;

    protected KajabiSandbox Sandbox => _sandbox!;

    protected KajabiClient Client => _services!.GetRequiredService<KajabiClient>();

    public async Task InitializeAsync()
    {
        _sandbox = await KajabiSandbox.StartAsync();
        _services = new ServiceCollection()
            .AddKajabi(options =>
            {
                options.BaseAddress = Sandbox.BaseAddress;
                options.ClientId = Sandbox.ClientId;
                options.ClientSecret = Sandbox.ClientSecret;
            })
            .Services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services!.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
