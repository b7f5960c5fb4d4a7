namespace Kajabi.Sandbox.Tests.Data;

/// <summary>Base class of the tests that add their own data: a sandbox without the sample data, and a client.</summary>
public abstract class EmptySandboxTestBase : IAsyncLifetime
{
    private KajabiSandbox? _sandbox;
    private KajabiClient? _kajabi;

    protected KajabiSandbox Sandbox => _sandbox!;

    protected SandboxData Data => Sandbox.Data;

    protected KajabiClient Kajabi => _kajabi!;

    public async Task InitializeAsync()
    {
        _sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        _kajabi = SandboxFixture.CreateClient(_sandbox);
    }

    public async Task DisposeAsync()
    {
        Kajabi.Dispose();
        await Sandbox.DisposeAsync();
    }
}
