using Newtonsoft.Json.Linq;

namespace Kajabi.Cli.Tests;

/// <summary><c>export --output -</c> writes to standard output.</summary>
public sealed class StandardOutputExportTests
{
    private const string Page = """{"data":[{"id":"1","type":"contacts","attributes":{"name":"Ada"}},{"id":"2","type":"contacts"}]}""";

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    public async Task It_equals_the_content_of_a_file(string format)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(Page);
        using TemporaryFolder folder = new();

        CliResult file = await InProcessCli.RunAsync(
            api.Environment,
            "export",
            "contacts",
            "--format",
            format,
            "--output",
            folder.File("all")
        );
        CliResult output = await InProcessCli.RunAsync(api.Environment, "export", "contacts", "--format", format, "--output", "-");

        Assert.Equal((0, 0), (file.ExitCode, output.ExitCode));
        Assert.Equal(await File.ReadAllTextAsync(folder.File("all")), output.Output);
        Assert.Contains("2 contacts were written to standard output.", output.Error, StringComparison.Ordinal);
        Assert.False(File.Exists("-") || File.Exists("-.partial"));
    }

    [Fact]
    public async Task An_export_without_resources_is_valid()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await InProcessCli.RunAsync(api.Environment, "export", "contacts", "--format", "json", "--output", "-");

        Assert.Empty(JArray.Parse(result.Output));
    }

    [Fact]
    public async Task A_failure_has_its_exit_code()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(static _ => new LoopbackResponse(string.Empty, 403));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "export", "contacts", "--format", "ndjson", "--output", "-");

        Assert.Equal((1, string.Empty), (result.ExitCode, result.Output));
    }
}
