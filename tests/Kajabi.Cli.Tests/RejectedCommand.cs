namespace Kajabi.Cli.Tests;

/// <summary>Runs command lines that must be usage errors.</summary>
internal static class RejectedCommand
{
    /// <summary>Asserts that the command has exit code 2, writes nothing to standard output and sends no request.</summary>
    /// <returns>Its messages.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync("""{"data":[]}""");

        CliResult result = await InProcessCli.RunAsync(api.Environment, arguments);

        Assert.Equal((2, string.Empty), (result.ExitCode, result.Output));
        Assert.Empty(api.Sent);
        return result.Error;
    }
}
