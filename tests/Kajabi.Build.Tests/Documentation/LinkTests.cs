namespace Kajabi.Build.Tests.Documentation;

/// <summary>Relative links have a target, and each page can be found.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Every_relative_link_has_a_target()
    {
        List<string> broken = [.. MarkdownPage.ReadAll().SelectMany(static page => page.BrokenLinks())];

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
            .. MarkdownPage
                .ReadAll()
                .Where(static page => page.Path is "README.md" or "openapi/README.md")
                .SelectMany(static page => page.LinkedFiles()),
        ];

        Assert.Empty(
            MarkdownPage
                .ReadAll()
                .Select(static page => page.Path)
                .Where(static path => path.StartsWith("docs/", StringComparison.Ordinal))
                .Except(linked)
        );
    }
}
