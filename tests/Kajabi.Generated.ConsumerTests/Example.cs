using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Acme;

/// <summary>Base class of the examples: starts a sandbox and registers a client as an application does.</summary>
public abstract class Example : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _requests = [];
    private ServiceProvider? _services;
    private KajabiSandbox? _sandbox;

    protected KajabiSandbox Sandbox => _sandbox!;

    protected KajabiClient Client => _services!.GetRequiredService<KajabiClient>();

    /// <summary>The requests of the client so far: method, path and query.</summary>
    protected IReadOnlyList<string> Requests => [.. _requests];

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
            .AddHttpMessageHandler(() => new RequestRecorder(_requests))
            .Services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services!.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
