namespace Kajabi.Cli.Tests;

/// <summary>Runs <c>list</c> with an API that has no resources.</summary>
internal static class ListRequest
{
    /// <summary>Asserts that the command succeeds and sends one request.</summary>
    /// <returns>The path and the query of the request, unescaped.</returns>
    public static async Task<string> SendAsync(params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await InProcessCli.RunAsync(api.Environment, ["list", .. arguments]);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Output));
        return Assert.Single(api.Requests);
    }
}
