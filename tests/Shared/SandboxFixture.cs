using Kajabi.Sandbox;

namespace Kajabi.Tests;

/// <summary>A sandbox and a client, shared by read-only tests.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private KajabiSandbox? _sandbox;
    private KajabiClient? _client;

    public KajabiSandbox Sandbox => _sandbox!;

    public KajabiClient Client => _client!;

    public static KajabiClient CreateClient(KajabiSandbox sandbox) =>
        new KajabiClient(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );

    public async Task InitializeAsync()
    {
        _sandbox = await KajabiSandbox.StartAsync();
        _client = CreateClient(_sandbox);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
