namespace Kajabi.Cli.Tests;

/// <summary>Text of a response is not interpreted as a command by a CI service.</summary>
public sealed class CommandFilterTests
{
    private const string Hostile = "x\\n::error::y\\n ::warning::z ##vso[task.x]a ##[error]b";

    [Fact]
    public async Task A_tree_contains_no_CI_command()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(
            $$$"""{"data":{"id":"1","type":"contacts","attributes":{"name":"{{{Hostile}}}" } } }"""
        );

        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1");

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotMatch(@"(?m)^\s*::|##\w*\[", result.Output);
        Assert.Contains("error::y", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_contains_no_CI_command()
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(_ => new LoopbackResponse(
            $$$"""{"errors":[{"status":"422","detail":"{{{Hostile}}}"}]}""",
            422
        ));

        CliResult result = await InProcessCli.RunAsync(api.Environment, "get", "contacts", "1");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotMatch(@"(?m)^\s*::|##\w*\[", result.Error);
    }
}
