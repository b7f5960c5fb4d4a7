using Kajabi.Tests;

namespace Kajabi.Build.Tests.Builds;

/// <summary>
/// A temporary copy of the repository for tests that build it. The tests share it, because restoring the packages and building the tools of
/// the build takes as long as building the SDK.
/// </summary>
public sealed class TemporaryRepository : IDisposable
{
    /// <summary>The framework for which the tests build.</summary>
    public const string Framework = "net10.0";

    private const string Project = "src/Kajabi.Generated";

    // What a build of the SDK needs.
    private static readonly string[] s_folders = ["build", "openapi", "src/OpenApi.Documents", "src/Polyfills", Project];

    // The output of the SDK; the tools of the build and the restored packages are elsewhere.
    private static readonly string[] s_output = [$"{Project}/bin", $"{Project}/obj/Debug", "artifacts"];

    public string Root { get; } = Directory.CreateTempSubdirectory("kajabi-build-").FullName;

    public string Generated => Path.Combine(Root, Project, "obj", "Debug", Framework, "Kajabi.g.cs");

    public string Composed => Path.Combine(Root, Project, "obj", "Debug", Framework, "openapi.json");

    public string Assembly => Path.Combine(Root, Project, "bin", "Debug", Framework, "Kajabi.Generated.dll");

    /// <summary>
    /// Undoes what a test did: the copy contains the files of the repository again, and of the build output only restored packages and the
    /// tools of the build.
    /// </summary>
    /// <returns>This copy.</returns>
    public TemporaryRepository Reset()
    {
        foreach (DirectoryInfo output in s_output.Select(output => new DirectoryInfo(Path.Combine(Root, output))))
        {
            if (output.Exists)
            {
                output.Delete(recursive: true);
            }
        }

        string source = ReferenceFolder.RepositoryRoot();
        HashSet<string> files = [.. SourceFiles(source)];
        foreach (string file in Files(Root, string.Empty).Where(file => !files.Contains(file)))
        {
            File.Delete(Path.Combine(Root, file));
        }

        foreach (string file in files)
        {
            Restore(Path.Combine(source, file), Path.Combine(Root, file));
        }

        // The build of the tests ran the analyzers, and checks the format of the generated code.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.rsp"), "-p:RunAnalyzers=false -p:KajabiFormatsCode=false\n");
        return this;
    }

    /// <summary>Builds the SDK for one framework and returns the exit code and the output of the build.</summary>
    public (int ExitCode, string Output) Build(params string[] arguments) =>
        Run(["build", Project, "-f", Framework, "-nologo", "-v:q", .. arguments]);

    /// <summary>Runs the build up to the code generator, without compiling.</summary>
    public (int ExitCode, string Output) Generate() =>
        Run("build", Project, "-f", Framework, "--no-restore", "-t:GenerateKajabiCode", "-nologo", "-v:q");

    public (int ExitCode, string Output) Run(params string[] arguments) => ProgramRunner.Run(Root, "dotnet", arguments);

    /// <summary>Runs a command line in Bash.</summary>
    public (int ExitCode, string Output) RunCommandLine(string line) => ProgramRunner.Run(Root, "bash", "-c", line);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Returns the paths in the repository of the files that the copy contains.</summary>
    private static IEnumerable<string> SourceFiles(string root) =>
        Directory
            .EnumerateFiles(root)
            .Select(static file => Path.GetFileName(file))
            .Append(Path.Combine("src", "Directory.Build.props"))
            .Concat(s_folders.SelectMany(folder => Files(root, folder)));

    /// <summary>Returns the paths of the files of a folder, without build output.</summary>
    private static IEnumerable<string> Files(string root, string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    /// <summary>Copies a file if it differs. Its time is the current one, so that the next build sees the change.</summary>
    private static void Restore(string source, string target)
    {
        byte[] bytes = File.ReadAllBytes(source);
        if (!File.Exists(target) || !File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }
    }
}
