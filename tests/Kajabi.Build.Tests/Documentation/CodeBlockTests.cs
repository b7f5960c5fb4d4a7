using Kajabi.Tests;

namespace Kajabi.Build.Tests.Documentation;

/// <summary>The C# blocks of the pages are compiled and tested, because each is a region of an example.</summary>
public sealed class CodeBlockTests
{
    private static readonly string[] s_pages =
    [
        "README.md",
        "docs/configuration.md",
        "docs/errors-and-retries.md",
        "docs/offer-links.md",
        "docs/sandbox.md",
        "docs/testing.md",
        "docs/tokens.md",
        "docs/usage.md",
        "docs/webhooks.md",
        "src/Kajabi.Generated/README.md",
        "src/Kajabi.Generated.AspNetCore/README.md",
        "src/Kajabi.Generated.Sandbox/README.md",
    ];

    private static readonly string[] s_otherPages =
    [
        "docs/reading.md", // Shows what generated code looks like.
        "src/OpenApi.Drift/README.md", // Its examples are in tests/OpenApi.Drift.Tests.
    ];

    public static TheoryData<string> Pages => [.. s_pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_CSharp_block_is_a_region_of_an_example(string file) =>
        ExampleRegions.AssertContainBlocksOf(file, "tests/Kajabi.Generated.ConsumerTests");

    [Fact]
    public void Every_page_with_CSharp_blocks_is_tested() =>
        Assert.Equal(
            s_pages.Concat(s_otherPages).Order(StringComparer.Ordinal),
            MarkdownPage
                .ReadAll()
                .Where(static page => page.Text.Contains("```csharp\n", StringComparison.Ordinal))
                .Select(static page => page.Path)
        );

    [Fact]
    public void The_documentation_mentions_no_experimental_API() =>
        Assert.All(
            MarkdownPage.ReadAll(),
            static page => Assert.DoesNotContain("RemoveAllResilienceHandlers", page.Text, StringComparison.Ordinal)
        );
}
