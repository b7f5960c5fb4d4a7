using Kajabi.Sandbox;

namespace Kajabi.IntegrationTests.Sandbox;

/// <summary>One sandbox and one client of it, shared by tests that only read.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private KajabiSandbox? _sandbox;
    private KajabiClient? _client;

    public KajabiSandbox Sandbox => _sandbox!;

    public KajabiClient Client => _client!;

    public static KajabiClient ClientOf(KajabiSandbox sandbox) =>
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
        _client = ClientOf(_sandbox);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
