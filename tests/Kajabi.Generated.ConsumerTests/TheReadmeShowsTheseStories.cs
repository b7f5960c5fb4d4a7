using System.Text.RegularExpressions;

namespace Acme;

/// <summary>What the README shows is compiled and runs: each of its C# blocks is a region of a story.</summary>
public sealed partial class TheReadmeShowsTheseStories
{
    [Fact]
    public void Every_csharp_block_is_a_region_of_a_story()
    {
        string root = ReferenceFolder.RepositoryRoot();
        string readme = File.ReadAllText(Path.Combine(root, "README.md")).ReplaceLineEndings("\n");
        HashSet<string> regions =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "tests", "Kajabi.Generated.ConsumerTests"), "*.cs")
                .SelectMany(file => Region().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
                .Select(region => Flush(region.Groups[1].Value)),
        ];
        List<string> blocks = [.. Block().Matches(readme).Select(block => Flush(block.Groups[1].Value))];

        Assert.NotEmpty(blocks);
        Assert.All(
            blocks,
            block =>
                Assert.True(
                    regions.Contains(block),
                    $"README.md shows C# that no #region of tests/Kajabi.Generated.ConsumerTests holds. Copy the region of the story over it, or write the story:\n{block}"
                )
        );
    }

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^ *#region [^\n]+\n(.*?)^ *#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    /// <summary>The lines without what they are all indented by.</summary>
    private static string Flush(string text)
    {
        string[] lines = text.TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..].TrimEnd()));
    }
}
