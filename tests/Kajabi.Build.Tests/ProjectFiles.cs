using Kajabi.Tests;

namespace Kajabi.Build.Tests;

/// <summary>The handwritten text files of the repository.</summary>
internal static class ProjectFiles
{
    private static readonly HashSet<string> s_folders = ["build", "docs", "openapi", "samples", "src", "tests", "tools", ".ci", ".github"];

    private static readonly HashSet<string> s_extensions =
    [
        ".cs",
        ".csproj",
        ".editorconfig",
        ".liquid",
        ".md",
        ".mjs",
        ".nswag",
        ".props",
        ".rsp",
        ".targets",
        ".txt",
        ".yaml",
        ".yml",
        string.Empty, // Scripts.
    ];

    /// <summary>Returns each file with its path, relative to the repository and with slashes, and its text.</summary>
    public static IEnumerable<(string RelativePath, string Text)> Read()
    {
        string root = ReferenceFolder.RepositoryRoot();
        return Directory
            .EnumerateFiles(root)
            .Concat(s_folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists).SelectMany(Handwritten))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(static file => s_extensions.Contains(Path.GetExtension(file)) && file is not ("LICENSE" or ".git"))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(Path.Combine(root, file))));
    }

    private static IEnumerable<string> Handwritten(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(static child => Path.GetFileName(child) is not ("bin" or "obj" or "node_modules" or "TestResults"))
                    .SelectMany(Handwritten)
            );
}
