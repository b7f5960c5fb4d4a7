using System.Text;
using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;
using Kajabi.Sandbox.Internal.Store;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>Data of a file that has changed, which replaces those of the sandbox and those that a reset restores.</summary>
public sealed class ReplacedDataTests
{
    [Fact]
    public async Task A_reset_restores_the_data_of_the_file_and_not_later_changes_of_its_resources()
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });
        SandboxControl control = new();
        control.Start(sandbox);
        byte[] file = Encoding.UTF8.GetBytes(ExampleData.Contact("7001"));
        StoreState data = sandbox.Data.AddTo(sandbox.TakeSnapshot(), file).Data;

        control.ReplaceData(sandbox, data);
        sandbox.Store.Find("contacts", "7001")!.Attributes["name"] = "Changed";
        control.Reset(sandbox);

        Assert.Equal("Contact 7001", sandbox.Store.Find("contacts", "7001")!.GetText("name"));
    }
}
