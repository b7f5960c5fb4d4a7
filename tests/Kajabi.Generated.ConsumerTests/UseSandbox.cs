using Kajabi.JsonApi;

namespace Acme;

/// <summary>The sandbox is an in-process Kajabi API for tests.</summary>
public sealed class UseSandbox
{
    [Fact]
    public async Task The_sandbox_responds_like_the_service()
    {
        #region sandbox
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using KajabiClient kajabi = new(
            new KajabiClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                ClientId = sandbox.ClientId,
                ClientSecret = sandbox.ClientSecret,
            }
        );
        #endregion

        VersionDocument version = await kajabi.Version.GetVersionAsync();

        Assert.NotNull(version);
    }
}
