using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>Lints OpenAPI documents.</summary>
public sealed class DocumentLinter : RedoclyCli
{
    /// <summary>Returns the problems of a document as severity, rule, location and message.</summary>
    public async Task<IReadOnlyList<string>> LintAsync(JObject document)
    {
        string path = Path.Combine(Folder, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, document.ToString());
        try
        {
            (int exitCode, string output, string errors) = await RunAsync("lint", path, "--format=json", "--max-problems=100000");
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
