using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Kajabi.Build.Tests.Builds;
using Kajabi.Tests;

namespace Kajabi.Build.Tests.Packages;

/// <summary>
/// The packages and the documentation site of the current commit, which is cloned and packed. Uncommitted changes are not part of it.
/// </summary>
public sealed class PackedRepository : IDisposable
{
    /// <summary>The settings of a reproducible build, as in CI, without the steps that only check or format code.</summary>
    private const string BuildSettings = "-p:ContinuousIntegrationBuild=true -p:RunAnalyzers=false -p:KajabiFormatsCode=false";

    /// <summary>The arguments of a pack.</summary>
    internal static readonly string[] PackArguments = ["-c", "Release", "-nologo", "-v:q"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kajabi-packages-");

    private readonly string _clone;

    private readonly string _moved;

    public PackedRepository()
    {
        Packages = _root.CreateSubdirectory("packages").FullName;
        Site = Path.Combine(_root.FullName, "site");
        Samples = Path.Combine(_root.FullName, "samples");
        Commit = Run(ReferenceFolder.RepositoryRoot(), "git", "rev-parse", "HEAD").Trim();
        _clone = Clone(_root.FullName);
        _moved = Path.Combine(_root.FullName, "moved");
        Run(_clone, "dotnet", ["pack", "Kajabi.Generated.sln", "-o", Packages, .. PackArguments]);
        Run(_clone, "bash", "build/dev", "site");
        Directory.Move(Path.Combine(_clone, "artifacts", "site", "html"), Site);
        Directory.Move(Path.Combine(_clone, "docs", "samples"), Samples);

        // Users have only the packages, so the tests of the packages do not find the files that they were built from.
        Directory.Move(_clone, _moved);
        File.WriteAllText(
            Path.Combine(Samples, "nuget.config"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <configuration>
                  <config><add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "cache")}" /></config>
                  <packageSources><add key="packed" value="{Packages}" /></packageSources>
                </configuration>
                """
            )
        );
    }

    /// <summary>Gets the commit that was packed.</summary>
    public string Commit { get; }

    /// <summary>Gets the folder of the packages.</summary>
    public string Packages { get; }

    /// <summary>Gets the folder of the documentation site.</summary>
    public string Site { get; }

    /// <summary>Gets a copy of the samples, whose package cache is empty at the start.</summary>
    public string Samples { get; }

    /// <summary>Clones the commit into a new folder.</summary>
    internal string Clone(string parent)
    {
        string clone = Path.Combine(parent, Path.GetRandomFileName());
        Run(parent, "git", "clone", "-q", ReferenceFolder.RepositoryRoot(), clone);
        Run(clone, "git", "checkout", "-q", Commit);
        File.WriteAllText(Path.Combine(clone, "Directory.Build.rsp"), BuildSettings);
        return clone;
    }

    /// <summary>Returns the file of a package.</summary>
    internal string Find(string id) =>
        Directory.EnumerateFiles(Packages, $"{id}.*.nupkg").Single(file => (string)Metadata(file).Element("id")! == id);

    /// <summary>Reads the metadata of a package.</summary>
    internal static XElement Metadata(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        XElement root = XDocument.Load(stream).Root!;

        // The namespace depends on the features that a package uses.
        foreach (XElement element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root.Element("metadata")!;
    }

    /// <summary>Runs a test in the clone, whose projects are built for release. It can change files.</summary>
    internal void RunInClone(Action<string> test)
    {
        Directory.Move(_moved, _clone);
        try
        {
            test(_clone);
        }
        finally
        {
            Directory.Move(_clone, _moved);
        }
    }

    /// <summary>Runs a program, which must succeed, and returns its output.</summary>
    internal static string Run(string folder, string program, params string[] arguments)
    {
        (int exitCode, string output) = ProgramRunner.Run(folder, program, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}");
    }

    public void Dispose() => _root.Delete(recursive: true);
}
