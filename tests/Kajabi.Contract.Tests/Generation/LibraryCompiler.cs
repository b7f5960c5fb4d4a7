using System.Collections.Immutable;
using System.Reflection;
using Kajabi.Composer.Handwritten;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenApi.Documents.Findings;

namespace Kajabi.Contract.Tests.Generation;

/// <summary>
/// Compiles generated code with the handwritten code of the SDK, in memory, with the arguments and the source generators of the build.
/// </summary>
internal static class LibraryCompiler
{
    private const string GeneratedFile = "Kajabi.g.cs";

    private static readonly string s_folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "src", "Kajabi.Generated");

    private static readonly string s_objects = Path.Combine(
        s_folder,
        "obj",
        typeof(LibraryCompiler).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration,
        "net10.0"
    );

    private static readonly Lazy<(CSharpCompilation Handwritten, GeneratorDriver Driver, CSharpParseOptions Options)> s_library = new(Load);

    private static readonly Lazy<SyntaxTree> s_ours = new(static () =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(s_objects, GeneratedFile)), s_library.Value.Options, GeneratedFile)
    );

    /// <summary>Gets the handwritten code with the generated code of our document, which is the last file.</summary>
    public static CSharpCompilation Ours => s_library.Value.Handwritten.AddSyntaxTrees(s_ours.Value);

    /// <summary>Gets the assemblies that the SDK is compiled with.</summary>
    public static IEnumerable<string> References =>
        s_library.Value.Handwritten.References.OfType<PortableExecutableReference>().Select(static reference => reference.FilePath!);

    /// <summary>Returns the errors of the compiler, including warnings that are errors in the build.</summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    public static IReadOnlyList<string> Compile(string generated) => Errors(Create(generated).Compilation.GetDiagnostics());

    /// <summary>Returns the generated and the handwritten code with the code of the source generators.</summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    public static Compilation CreateCompilation(string generated) => Create(generated).Compilation;

    /// <summary>
    /// Returns the errors in generated code only, for documents without the operations and types that the handwritten code needs.
    /// </summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    public static IReadOnlyList<string> CompileGenerated(string generated)
    {
        (Compilation compilation, SyntaxTree tree) = Create(generated);
        return Errors(compilation.GetSemanticModel(tree).GetDiagnostics());
    }

    /// <summary>Compiles like the build, which leaves out the handwritten code that the generated code does not support.</summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    /// <param name="isComplete">
    /// Whether to bind all of the code, which takes seconds, instead of the files that use generated code or anything that was left out.
    /// </param>
    /// <returns>What was left out, and the errors in the rest.</returns>
    public static (IReadOnlyList<LeftOutCode> LeftOut, IReadOnlyList<string> Errors) Build(string generated, bool isComplete = true)
    {
        (CSharpCompilation handwritten, GeneratorDriver driver, CSharpParseOptions options) = s_library.Value;
        HashSet<string> files = [.. handwritten.SyntaxTrees.Select(static tree => tree.FilePath)];
        SourceSelection selection = SourceSelection.Select(
            handwritten
                .RemoveAllSyntaxTrees()
                .AddSyntaxTrees([CSharpSyntaxTree.ParseText(generated, options, GeneratedFile), .. handwritten.SyntaxTrees]),
            files,
            isComplete ? null : static tree => GeneratedSymbols.Users.Contains(tree.FilePath)
        );
        driver.RunGeneratorsAndUpdateCompilation(
            selection.Compilation,
            out Compilation compilation,
            out ImmutableArray<Diagnostic> generatorDiagnostics
        );
        HashSet<string> changed = [.. selection.LeftOut.Select(static code => code.Position.File)];
        IEnumerable<Diagnostic> all = isComplete
            ? compilation.GetDiagnostics()
            : compilation
                .SyntaxTrees.Where(tree =>
                    !files.Contains(tree.FilePath) || changed.Contains(tree.FilePath) || GeneratedSymbols.Users.Contains(tree.FilePath)
                )
                .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics());

        // Without the code that was left out, warnings are not errors. A generator that failed is a warning.
        return (
            selection.LeftOut,
            Errors(
                all.Concat(generatorDiagnostics)
                    .Where(one =>
                        changed.Count == 0 || one.DefaultSeverity == DiagnosticSeverity.Error || one.Id is "CS8784" or "CS8785"
                    )
            )
        );
    }

    private static (Compilation Compilation, SyntaxTree Tree) Create(string generated)
    {
        (CSharpCompilation handwritten, GeneratorDriver driver, CSharpParseOptions options) = s_library.Value;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(generated, options, GeneratedFile);
        driver.RunGeneratorsAndUpdateCompilation(handwritten.AddSyntaxTrees(tree), out Compilation compilation, out _);
        return (compilation, tree);
    }

    private static IReadOnlyList<string> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.IsWarningAsError)
                .Select(static diagnostic => $"{diagnostic}: {Line(diagnostic.Location)}"),
        ];

    private static string Line(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? string.Empty;

    private static (CSharpCompilation Handwritten, GeneratorDriver Driver, CSharpParseOptions Options) Load()
    {
        CSharpCommandLineArguments parsed = CSharpCommandLineParser.Default.Parse(
            File.ReadAllLines(Path.Combine(s_objects, "compiler.rsp")),
            s_folder,
            sdkDirectory: null
        );
        CSharpParseOptions options = parsed.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose);
        IEnumerable<SyntaxTree> trees = parsed
            .SourceFiles.Where(static file => Path.GetFileName(file.Path) != GeneratedFile)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file.Path), options, file.Path));
        CSharpCompilation handwritten = CSharpCompilation.Create(
            "Kajabi.Generated",
            trees,
            parsed.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference)),
            parsed.CompilationOptions.WithConcurrentBuild(true)
        );
        IEnumerable<ISourceGenerator> generators = parsed
            .AnalyzerReferences.Select(reference => new AnalyzerFileReference(reference.FilePath, AnalyzerLoader.Instance))
            .SelectMany(static reference => reference.GetGenerators(LanguageNames.CSharp));
        return (handwritten, CSharpGeneratorDriver.Create(generators, parseOptions: options), options);
    }
}
