using Kajabi.Sandbox;
using Newtonsoft.Json.Linq;

namespace Kajabi.IntegrationTests.Contract;

/// <summary>
/// A third-party client reads, writes and deletes in the sandbox, and compares each response with the composed document: an independent
/// check of both.
/// </summary>
public sealed class StoryTests(StoryRunner runner) : IClassFixture<StoryRunner>
{
    [SkippableFact]
    public async Task Each_response_of_the_sandbox_conforms_to_the_document()
    {
        Skip.If(runner.MissingReason is not null, runner.MissingReason);
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();

        (IReadOnlyList<string> failed, int count) = await runner.RunAsync(sandbox, ComposedDocument.Create());

        Assert.Empty(failed);
        Assert.True(count > 200, $"Only {count} checks.");
    }

    [SkippableFact]
    public async Task A_response_that_differs_from_the_document_is_detected()
    {
        Skip.If(runner.MissingReason is not null, runner.MissingReason);
        await using KajabiSandbox sandbox = await KajabiSandbox.StartAsync();
        JObject document = ComposedDocument.Create();
        document["components"]!["schemas"]!["ProductAttributes"]!["properties"]!["title"]!["type"] = "integer";

        (IReadOnlyList<string> failed, int _) = await runner.RunAsync(sandbox, document);

        Assert.Contains(failed, static check => check.StartsWith("products: ", StringComparison.Ordinal));
    }
}
