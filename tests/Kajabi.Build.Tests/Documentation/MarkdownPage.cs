using System.Text.RegularExpressions;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Documentation;

/// <summary>A Markdown page and its links.</summary>
/// <param name="Path">The path in the repository.</param>
/// <param name="Text">The text, with line feeds.</param>
internal sealed partial record MarkdownPage(string Path, string Text)
{
    /// <summary>Returns the pages of the repository in the order of their paths.</summary>
    public static IEnumerable<MarkdownPage> ReadAll() =>
        ProjectFiles
            .Read()
            .Where(static file => file.RelativePath.EndsWith(".md", StringComparison.Ordinal))
            .Select(static file => new MarkdownPage(file.RelativePath, file.Text.ReplaceLineEndings("\n")));

    /// <summary>Returns the relative links to a file or heading that does not exist, each with the path of the page.</summary>
    public IEnumerable<string> BrokenLinks() => Links().Where(link => !Exists(link)).Select(link => $"{Path}: {link}");

    /// <summary>Returns the paths in the repository of the files that the page links to.</summary>
    public IEnumerable<string> LinkedFiles() => Links().Select(link => Target(link.Split('#')[0]));

    private IEnumerable<string> Links() =>
        Link().Matches(CodeBlock().Replace(Text, string.Empty)).Select(static link => link.Groups[1].Value);

    private bool Exists(string link)
    {
        string[] parts = link.Split('#', 2);
        string file = System.IO.Path.Combine(ReferenceFolder.RepositoryRoot(), Target(parts[0]));
        return parts switch
        {
            ["", string heading] => HasHeading(Text, heading),
            [_, string heading] => File.Exists(file) && HasHeading(File.ReadAllText(file), heading),
            _ => File.Exists(file) || Directory.Exists(file),
        };
    }

    private string Target(string link)
    {
        string root = ReferenceFolder.RepositoryRoot();
        string folder = System.IO.Path.Combine(root, System.IO.Path.GetDirectoryName(Path)!);
        return System.IO.Path.GetRelativePath(root, System.IO.Path.GetFullPath(link, folder)).Replace('\\', '/');
    }

    /// <summary>Returns whether a heading has an anchor, in the form in which GitHub creates it.</summary>
    private static bool HasHeading(string text, string anchor) =>
        Heading()
            .Matches(CodeBlock().Replace(text, string.Empty))
            .Any(heading =>
                NotInAnchor().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-') == anchor
            );

    [GeneratedRegex(@"\]\((?![a-z]+:)([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
