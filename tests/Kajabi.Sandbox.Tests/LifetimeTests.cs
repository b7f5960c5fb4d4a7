using Kajabi.Tests;

namespace Kajabi.Sandbox.Tests;

/// <summary>The end of a sandbox.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public async Task A_sandbox_that_was_disposed_can_be_disposed_again()
    {
        KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        using HttpClient http = LoopbackHttp.Create(sandbox.BaseAddress);

        await sandbox.DisposeAsync();
        await sandbox.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("/v1/version", UriKind.Relative)));
    }
}
