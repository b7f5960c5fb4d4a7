using Kajabi.Tests;

namespace Kajabi.Build.Tests.Builds;

/// <summary>A temporary copy of the repository for tests that build it.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    /// <summary>The framework for which the tests build.</summary>
    public const string Framework = "net10.0";

    private const string Project = "src/Kajabi.Generated";

    private TemporaryRepository(string root)
    {
        Root = root;
    }

    public string Root { get; }

    public string Generated => Path.Combine(Root, Project, "obj", "Debug", Framework, "Kajabi.g.cs");

    public string Composed => Path.Combine(Root, Project, "obj", "Debug", Framework, "openapi.json");

    public string Assembly => Path.Combine(Root, Project, "bin", "Debug", Framework, "Kajabi.Generated.dll");

    /// <summary>Copies the files that a build of the SDK needs, without build output.</summary>
    public static TemporaryRepository Create()
    {
        string root = Directory.CreateTempSubdirectory("kajabi-build-").FullName;
        string source = ReferenceFolder.RepositoryRoot();
        foreach (string file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(root, Path.GetFileName(file)));
        }

        foreach (
            string folder in (string[])
                ["build", "openapi", "src/Kajabi.Contract", "src/OpenApi.Documents", "src/OpenApi.Drift", "src/Polyfills", Project]
        )
        {
            Copy(Path.Combine(source, folder), Path.Combine(root, folder));
        }

        // The build of the tests ran the analyzers, and checks the format of the generated code.
        File.WriteAllText(Path.Combine(root, "Directory.Build.rsp"), "-p:RunAnalyzers=false -p:KajabiFormatsCode=false\n");
        File.Copy(Path.Combine(source, "src", "Directory.Build.props"), Path.Combine(root, "src", "Directory.Build.props"));
        return new TemporaryRepository(root);
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

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(from, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                string target = Path.Combine(to, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }
}
