namespace Kajabi.Tests;

/// <summary>Where the vendor's documents stand; tests that need them skip in a clone without them.</summary>
internal static class ReferenceFolder
{
    public const string MissingReason =
        "The reference folder is not here: set KAJABI_REFERENCE or put it beside the repository as 'shared'.";

    /// <summary>The folder, or null when this clone has none.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        string path = Environment.GetEnvironmentVariable("KAJABI_REFERENCE") is { Length: > 0 } variable
            ? variable
            : System.IO.Path.Combine(RepositoryRoot(), "..", "shared");
        return Directory.Exists(path) ? System.IO.Path.GetFullPath(path) : null;
    }

    public static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Kajabi.Generated.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository: no folder above them holds Kajabi.Generated.sln.");
    }
}
