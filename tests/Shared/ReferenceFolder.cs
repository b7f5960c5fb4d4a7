namespace Kajabi.Tests;

/// <summary>Finds the folder of the vendor's documents. Tests that need them are skipped without it.</summary>
internal static class ReferenceFolder
{
    public const string MissingReason =
        "The reference folder does not exist. Set KAJABI_REFERENCE, or place it beside the repository as 'shared'.";

    /// <summary>Gets the folder, or null if it does not exist.</summary>
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

        throw new InvalidOperationException("The tests run outside the repository: no parent folder contains Kajabi.Generated.sln.");
    }
}
