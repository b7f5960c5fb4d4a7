namespace Kajabi.Tests;

/// <summary>The programs of the machine that tests start.</summary>
internal static class InstalledProgram
{
    /// <summary>Whether tests are skipped without their program. In CI they fail, because it installs all programs.</summary>
    public static bool CanBeMissing => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Gets the folders that contain programs.</summary>
    public static IReadOnlyList<string> Folders { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);

    /// <summary>Returns the path of the first program that is installed; null if there is none.</summary>
    public static string? Find(params IReadOnlyList<string> names) =>
        Folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
