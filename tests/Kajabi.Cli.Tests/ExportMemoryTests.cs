using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>An export keeps one page in memory, regardless of their number.</summary>
[CollectionDefinition(nameof(ExportMemoryTests), DisableParallelization = true)]
[Collection(nameof(ExportMemoryTests))]
public sealed class ExportMemoryTests
{
    // A page of 250 contacts takes at least 80 kB in the file, so 170 pages in memory would exceed this many times.
    private const long Tolerance = 2 * 1024 * 1024;

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    public async Task Memory_usage_does_not_grow_with_the_number_of_pages(string format)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 50_000 });
        using TemporaryFolder folder = new();
        Dictionary<int, long> usedBytes = [];
        await using SandboxProxy proxy = await SandboxProxy.StartAsync(
            sandbox,
            page =>
            {
                if (page is 20 or 190)
                {
                    usedBytes[page] = GC.GetTotalMemory(forceFullCollection: true);
                }

                return Task.FromResult(true);
            }
        );

        CliResult result = await InProcessCli.RunAsync(
            proxy.Environment,
            "export",
            "contacts",
            "--format",
            format,
            "--output",
            folder.File("all"),
            "--filter",
            "site_id=3",
            "--page-size",
            "250"
        );

        Assert.Equal(0, result.ExitCode);
        Assert.True(
            usedBytes[190] - usedBytes[20] < Tolerance,
            $"{usedBytes[20]} bytes were in use at page 20 and {usedBytes[190]} at page 190."
        );
        Assert.True(new FileInfo(folder.File("all")).Length > 5 * Tolerance, "The file is too small to show whether it is kept in memory.");
    }
}
