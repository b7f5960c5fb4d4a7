using Kajabi.Cli.Options;
using Kajabi.Cli.SandboxServer.Control;
using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests.SandboxServer;

/// <summary>docs/sandbox-server.md.</summary>
public sealed class ServerDocumentationTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), "docs", "sandbox-server.md"));

    [Fact]
    public void Each_operation_of_the_control_API_is_documented_with_its_parameters()
    {
        foreach (ControlEndpoint endpoint in ControlApi.Endpoints)
        {
            string path = endpoint.Pattern.Replace('{', '<').Replace('}', '>');
            string row = Assert.Single(
                s_text.Split('\n'),
                line =>
                    line.StartsWith("| `", StringComparison.Ordinal)
                    && line.Split('|')[1].Contains($"{endpoint.Method} {path}`", StringComparison.Ordinal)
            );
            Assert.All(endpoint.Parameters, name => Assert.Contains($"?{name}=", row, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Each_option_is_documented() =>
        Assert.All(new SandboxOptions().All, static option => Assert.Contains($"| `{option.Name}", s_text, StringComparison.Ordinal));

    [Fact]
    public async Task The_documented_file_of_data_can_be_loaded()
    {
        string file = Assert.Single(s_text.Split("```json\n").Skip(1)).Split("\n```")[0];
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { HasSampleData = false });

        IReadOnlyList<SandboxIdentifier> loaded = sandbox.Data.Load(file);

        Assert.Equal(["sites 1", "contact_tags 7", "contacts 7001"], loaded.Select(static one => $"{one.Type} {one.Id}"));
    }
}
