using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>Included resources are in the output, or a message states why not.</summary>
public sealed class IncludedResourceTests
{
    private const string Unlinked = """
        {
          "data": [
            { "id": "1", "type": "contacts", "attributes": { "name": "Ada" }, "relationships": {} },
            { "id": "2", "type": "contacts", "relationships": {} }
          ],
          "included": [ { "id": "5", "type": "offers", "attributes": { "title": "Plan" } }, { "id": "6", "type": "offers" } ]
        }
        """;

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    public async Task Offers_are_exported_with_sparse_fieldsets(string format)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        CliResult result = await InProcessCli.RunAsync(
            SandboxApi.Environment(sandbox),
            "export",
            "contacts",
            "--format",
            format,
            "--output",
            "-",
            "--include",
            "offers",
            "--fields",
            "contacts=name,email"
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Wheel throwing, full course", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    public async Task An_export_that_would_lose_included_resources_fails(string format)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Unlinked);
        using TemporaryFolder folder = new();

        CliResult result = await InProcessCli.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            format,
            "--output",
            folder.File("all"),
            "--include",
            "offers",
            "--fields",
            "contacts=name,email"
        );

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("2 offers", result.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--all")]
    public async Task A_list_that_cannot_show_included_resources_reports_it(string option)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Unlinked);

        CliResult result = await InProcessCli.RunAsync(api.Environment, "list", "contacts", "--include", "offers", option);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("2 offers", result.Error, StringComparison.Ordinal);
    }
}
