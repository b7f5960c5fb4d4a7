using Kajabi.Sandbox;

namespace Kajabi.Cli.Tests;

/// <summary>An export holds a page and no more, however many there are.</summary>
[CollectionDefinition(nameof(ExportMemoryTests), DisableParallelization = true)]
[Collection(nameof(ExportMemoryTests))]
public sealed class ExportMemoryTests
{
    // A page of 250 contacts is about 80 kB of file or more; what an export kept of 170 pages would be many times this.
    private const long Tolerance = 2 * 1024 * 1024;

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    public async Task The_memory_in_use_does_not_grow_with_the_pages(string format)
    {
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync(new KajabiSandboxOptions { GeneratedContactCount = 50_000 });
        using TemporaryFolder folder = new();
        Dictionary<int, long> live = [];
        await using SandboxFront front = await SandboxFront.StartAsync(
            sandbox,
            page =>
            {
                if (page is 20 or 190)
                {
                    live[page] = GC.GetTotalMemory(forceFullCollection: true);
                }

                return Task.FromResult(true);
            }
        );

        CliResult result = await InProcess.RunAsync(
            front.Environment,
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
        Assert.True(live[190] - live[20] < Tolerance, $"{live[20]} bytes were in use at page 20 and {live[190]} at page 190.");
        Assert.True(new FileInfo(folder.File("all")).Length > 5 * Tolerance, "The file is small enough to be held as a whole.");
    }
}
