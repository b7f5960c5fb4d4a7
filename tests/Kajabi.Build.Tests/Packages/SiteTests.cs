using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Kajabi.Build.Tests.Packages;

/// <summary>The documentation site has the reference documentation of the public API, and its links have targets.</summary>
[Collection(nameof(PackageBuilds))]
public sealed class SiteTests(PackedRepository packed)
{
    private readonly Dictionary<string, IDocument> _pages = ReadPages(packed.Site);

    [Theory]
    [InlineData("index.html", "Kajabi.Generated")]
    [InlineData("docs/usage.html", "Usage")]
    [InlineData("api/Kajabi.KajabiClient.html", "Class KajabiClient")]
    [InlineData("api/OpenApi.Drift.DriftComparison.html", "Class DriftComparison")]
    public void A_page_exists(string path, string title) => Assert.Equal(title, _pages[path].QuerySelector("h1")!.TextContent.Trim());

    [Fact]
    public void The_reference_contains_examples_and_no_internal_type()
    {
        Assert.NotEmpty(_pages["api/Kajabi.KajabiClient.html"].QuerySelectorAll("pre code.lang-csharp"));
        Assert.DoesNotContain(_pages.Keys, static path => path.Contains(".Internal.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_has_a_target()
    {
        string[] broken =
        [
            .. _pages.SelectMany(page => Links(page.Value).Where(link => !Exists(page.Key, link)).Select(link => $"{page.Key}: {link}")),
        ];

        Assert.True(broken.Length == 0, $"{broken.Length} links have no target:\n{string.Join('\n', broken.Take(50))}");
    }

    private static Dictionary<string, IDocument> ReadPages(string folder)
    {
        HtmlParser parser = new();
        return Directory
            .EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                file => (IDocument)parser.ParseDocument(File.ReadAllText(file))
            );
    }

    private static IEnumerable<string> Links(IDocument page) =>
        page.QuerySelectorAll("a[href], link[href]")
            .Select(static link => link.GetAttribute("href")!)
            .Where(static link => !Uri.TryCreate(link, UriKind.Absolute, out _));

    private bool Exists(string page, string link)
    {
        string[] parts = link.Split('#', 2);
        string target = Path.GetRelativePath(
                packed.Site,
                parts[0].Length == 0
                    ? Path.Combine(packed.Site, page)
                    : Path.GetFullPath(Uri.UnescapeDataString(parts[0]), Path.Combine(packed.Site, Path.GetDirectoryName(page)!))
            )
            .Replace('\\', '/');
        return parts.Length == 1 || parts[1].Length == 0
            ? File.Exists(Path.Combine(packed.Site, target))
            : _pages.TryGetValue(target, out IDocument? document) && document.GetElementById(Uri.UnescapeDataString(parts[1])) is not null;
    }
}
