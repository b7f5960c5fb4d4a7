namespace Acme;

/// <summary>The Markdown pages of the repository.</summary>
internal static class MarkdownPages
{
    /// <summary>Returns all pages in the order of their paths, without those of packages and build output.</summary>
    public static IEnumerable<MarkdownPage> Read()
    {
        string root = ReferenceFolder.RepositoryRoot();
        return Files(root)
            .Select(file => new MarkdownPage(
                Path.GetRelativePath(root, file).Replace('\\', '/'),
                File.ReadAllText(file).ReplaceLineEndings("\n")
            ))
            .OrderBy(static page => page.Path, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.md")
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(static child =>
                        Path.GetFileName(child) is not (".git" or "bin" or "obj" or "node_modules" or "TestResults" or "packages")
                    )
                    .SelectMany(Files)
            );
}
