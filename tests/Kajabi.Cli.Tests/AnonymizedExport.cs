namespace Kajabi.Cli.Tests;

/// <summary>Runs an export with --anonymize whose only page is that of a test.</summary>
internal static class AnonymizedExport
{
    /// <summary>Returns what the export writes to standard output.</summary>
    /// <param name="type">The type of the resources.</param>
    /// <param name="page">The page, a JSON:API document.</param>
    /// <param name="key">The key of the invented values; null for a random one.</param>
    /// <param name="options">Further options.</param>
    public static async Task<string> RunAsync(string type, string page, string? key, params string[] options)
    {
        await using LoopbackApi api = await LoopbackApi.StartAsync(page);
        Dictionary<string, string> environment = new(api.Environment);
        if (key is not null)
        {
            environment["KAJABI_ANONYMIZE_KEY"] = key;
        }

        CliResult result = await InProcessCli.RunAsync(environment, ["export", type, "--output", "-", "--anonymize", .. options]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }
}
