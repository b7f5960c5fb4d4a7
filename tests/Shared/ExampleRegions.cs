using System.Text.RegularExpressions;

namespace Kajabi.Tests;

/// <summary>Code of the documentation, which is compiled and tested because each block is a region of an example.</summary>
internal static partial class ExampleRegions
{
    /// <summary>Returns the regions of the files of a folder, without their indent.</summary>
    /// <param name="folder">The path in the repository.</param>
    public static HashSet<string> Read(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(ReferenceFolder.RepositoryRoot(), folder), "*.cs")
                .SelectMany(static file => Region().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
                .Select(static region => RemoveIndent(region.Groups[1].Value)),
        ];

    /// <summary>Asserts that a text contains C# blocks, and that each of them is a region.</summary>
    /// <param name="file">The path of a Markdown file or of a C# file with doc comments, in the repository.</param>
    /// <param name="folder">The folder of the examples, in the repository.</param>
    public static void AssertContainBlocksOf(string file, string folder)
    {
        string text = File.ReadAllText(Path.Combine(ReferenceFolder.RepositoryRoot(), file)).ReplaceLineEndings("\n");
        List<string> blocks = file.EndsWith(".md", StringComparison.Ordinal)
            ? [.. MarkdownBlock().Matches(text).Select(static block => RemoveIndent(block.Groups[1].Value))]
            :
            [
                .. CommentBlock()
                    .Matches(text)
                    .Select(static block => RemoveIndent(Comment().Replace(block.Groups[1].Value, string.Empty))),
            ];
        HashSet<string> regions = Read(folder);

        Assert.NotEmpty(blocks);
        Assert.All(
            blocks,
            block =>
                Assert.True(
                    regions.Contains(block),
                    $"A C# block of {file} is not a #region of {folder}. Copy the region of the example, or add an example:\n{block}"
                )
        );
    }

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex MarkdownBlock();

    [GeneratedRegex(@"^ */// <code>\n(.*?)^ */// </code>", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CommentBlock();

    [GeneratedRegex("^ */// ?", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ *#region [^\n]+\n(.*?)^ *#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    /// <summary>Removes the common indent of all lines.</summary>
    private static string RemoveIndent(string text)
    {
        string[] lines = text.TrimEnd().Split('\n');
        int indent = lines.Where(static line => line.Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..].TrimEnd()));
    }
}
