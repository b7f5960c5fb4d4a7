using System.Text.RegularExpressions;

namespace Acme;

/// <summary>The C# blocks of the README are compiled and tested: each is a region of an example.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_CSharp_block_is_a_region_of_an_example()
    {
        string root = ReferenceFolder.RepositoryRoot();
        string readme = File.ReadAllText(Path.Combine(root, "README.md")).ReplaceLineEndings("\n");
        HashSet<string> regions =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "tests", "Kajabi.Generated.ConsumerTests"), "*.cs")
                .SelectMany(file => Region().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
                .Select(region => RemoveIndent(region.Groups[1].Value)),
        ];
        List<string> blocks = [.. Block().Matches(readme).Select(block => RemoveIndent(block.Groups[1].Value))];

        Assert.NotEmpty(blocks);
        Assert.All(
            blocks,
            block =>
                Assert.True(
                    regions.Contains(block),
                    "A C# block of README.md is not a #region of tests/Kajabi.Generated.ConsumerTests. "
                        + $"Copy the region of the example, or add an example:\n{block}"
                )
        );
    }

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^ *#region [^\n]+\n(.*?)^ *#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    /// <summary>Removes the common indent of all lines.</summary>
    private static string RemoveIndent(string text)
    {
        string[] lines = text.TrimEnd().Split('\n');
        int indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..].TrimEnd()));
    }
}
