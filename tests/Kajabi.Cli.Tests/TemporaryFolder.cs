namespace Kajabi.Cli.Tests;

/// <summary>A temporary folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kajabi-").FullName;

    /// <summary>The names of the files in the folder, sorted.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Path).Select(static file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
