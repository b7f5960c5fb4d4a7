using Microsoft.Extensions.DependencyInjection;

namespace Acme;

/// <summary>Base class of the examples: starts a sandbox and registers a client as an application does.</summary>
public abstract class Example : IAsyncLifetime
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
