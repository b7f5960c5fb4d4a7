using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>The third-party linter of OpenAPI documents in <c>linter</c>.</summary>
public sealed class DocumentLinter : IAsyncLifetime
{
    private readonly string _folder = NodePackages.Folder("Contract/linter");

    /// <summary>The reason why the linter is not available; null if it is.</summary>
    public string? MissingReason { get; private set; }

    public async Task InitializeAsync() => MissingReason = await NodePackages.InstallAsync(_folder);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Returns the problems of a document as severity, rule, location and message.</summary>
    public async Task<IReadOnlyList<string>> LintAsync(JObject document)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, document.ToString());
        try
        {
            (int exitCode, string output, string errors) = await NodePackages.RunAsync(
                _folder,
                "node",
                ["node_modules/@redocly/cli/bin/cli.js", "lint", path, "--format=json", "--max-problems=100000"]
            );
            Assert.True(output.StartsWith('{'), $"The linter ended with {exitCode}: {errors}");
            return
            [
                .. JObject.Parse(output)["problems"]!.Select(static problem =>
                    $"{problem["severity"]} {problem["ruleId"]} {problem["location"]![0]!["pointer"]}: {problem["message"]}"
                ),
            ];
        }
        finally
        {
            File.Delete(path);
        }
    }
}
