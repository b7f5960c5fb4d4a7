using System.Xml.Linq;
using Kajabi.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kajabi.Build.Tests.Style;

/// <summary>Compiles the sources of a project and of the projects that it references, to find out which types they use.</summary>
internal static class ProjectCompilation
{
    private static readonly string[] s_implicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] s_assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    /// <param name="project">The path of the project file in the repository.</param>
    public static CSharpCompilation Create(string project) => Create(project, []);

    private static CSharpCompilation Create(string project, Dictionary<string, CSharpCompilation> created)
    {
        string file = Path.GetFullPath(Path.Combine(ReferenceFolder.RepositoryRoot(), project));
        if (created.TryGetValue(file, out CSharpCompilation? known))
        {
            return known;
        }

        XDocument definition = XDocument.Load(file);
        string folder = Path.GetDirectoryName(file)!;
        foreach (XElement reference in definition.Descendants("ProjectReference"))
        {
            Create(Path.Combine(folder, (string)reference.Attribute("Include")!), created);
        }

        string name = Name(file, definition);
        HashSet<string> own = [name, .. created.Values.Select(static compilation => compilation.AssemblyName!)];
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            Parse(folder, definition),
            [
                .. created.Values.Select(static compilation => compilation.ToMetadataReference()),
                .. s_assemblies
                    .Where(path => !own.Contains(Path.GetFileNameWithoutExtension(path)))
                    .Select(static path => MetadataReference.CreateFromFile(path)),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        created.Add(file, compilation);
        return compilation;
    }

    private static string Name(string file, XDocument definition) =>
        (string?)definition.Descendants("AssemblyName").SingleOrDefault() ?? Path.GetFileNameWithoutExtension(file);

    private static IEnumerable<SyntaxTree> Parse(string folder, XDocument definition)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview);
        IEnumerable<string> usings = s_implicitUsings.Concat(
            definition.Descendants("Using").Select(static element => (string)element.Attribute("Include")!)
        );
        IEnumerable<string> friends = definition
            .Descendants("InternalsVisibleTo")
            .Select(static element =>
                $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{(string)element.Attribute("Include")!}\")]"
            );
        string shared = string.Join('\n', usings.Select(static name => $"global using global::{name};").Concat(friends));
        return Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, Path.GetRelativePath(folder, file)))
            .Append(CSharpSyntaxTree.ParseText(shared, options));
    }
}
