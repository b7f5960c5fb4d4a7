namespace Acme;

/// <summary>The C# blocks of the pages are compiled and tested, because each is a region of an example, and links have a target.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] s_pages =
    [
        "README.md",
        "docs/configuration.md",
        "docs/errors-and-retries.md",
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
            MarkdownPages
                .Read()
                .Where(static page => page.Text.Contains("```csharp\n", StringComparison.Ordinal))
                .Select(static page => page.Path)
        );

    [Fact]
    public void Every_relative_link_has_a_target()
    {
        List<string> broken = [.. MarkdownPages.Read().SelectMany(static page => page.BrokenLinks())];

        Assert.True(broken.Count == 0, $"{broken.Count} links have no target:\n{string.Join('\n', broken)}");
    }

    [Theory]
    [InlineData("[a](missing.md)", "docs/page.md: missing.md")]
    [InlineData("[a](../README.md#no-such-heading)", "docs/page.md: ../README.md#no-such-heading")]
    [InlineData("[a](#b-c), [d](../README.md#install), [e](https://example.org/x.md)\n\n## B, `c`", null)]
    [InlineData("```\n[a](missing.md)\n```", null)]
    public void A_link_without_a_target_is_found(string text, string? expected) =>
        Assert.Equal(expected, new MarkdownPage("docs/page.md", text).BrokenLinks().SingleOrDefault());

    [Fact]
    public void Every_page_in_docs_is_linked_from_the_README_or_from_a_linked_page()
    {
        string[] linked =
        [
            .. MarkdownPages
                .Read()
                .Where(static page => page.Path is "README.md" or "openapi/README.md")
                .SelectMany(static page => page.LinkedFiles()),
        ];

        Assert.Empty(
            MarkdownPages
                .Read()
                .Select(static page => page.Path)
                .Where(static path => path.StartsWith("docs/", StringComparison.Ordinal))
                .Except(linked)
        );
    }
}
