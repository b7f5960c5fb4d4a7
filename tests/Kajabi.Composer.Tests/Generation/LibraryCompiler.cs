using System.Collections.Immutable;
using System.Reflection;
using Kajabi.Composer.Handwritten;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenApi.Documents.Findings;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// Compiles generated code with the handwritten code of the SDK, in memory, with the arguments and the source generators of the build.
/// </summary>
internal static class LibraryCompiler
{
    /// <summary>The name of the generated file.</summary>
    public const string GeneratedFile = "Kajabi.g.cs";

    private static readonly string s_folder = Path.Combine(ReferenceFolder.RepositoryRoot(), "src", "Kajabi.Generated");

    private static readonly string s_objects = Path.Combine(
        s_folder,
        "obj",
        typeof(LibraryCompiler).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration,
        "net10.0"
    );

    private static readonly Lazy<(CSharpCompilation Handwritten, GeneratorDriver Driver, CSharpParseOptions Options)> s_library = new(Load);

    /// <summary>Gets the handwritten code with the generated code of our document, which is the last file.</summary>
    public static CSharpCompilation Ours => s_library.Value.Handwritten.AddSyntaxTrees(ReadOurs(s_library.Value.Options));

    /// <summary>Gets the paths of the handwritten files.</summary>
    public static IEnumerable<string> HandwrittenFiles => s_library.Value.Handwritten.SyntaxTrees.Select(static tree => tree.FilePath);

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
        (Compilation compilation, SyntaxTree tree, ImmutableArray<Diagnostic> diagnostics) = Create(generated);
        return Errors(compilation.GetSemanticModel(tree).GetDiagnostics().Concat(diagnostics));
    }

    /// <summary>Returns the warnings and errors of the compiler for a file of a user of the SDK.</summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    /// <param name="code">The code of the user, with nullable annotations.</param>
    public static IReadOnlyList<string> CompileUserCode(string generated, string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("#nullable enable\n" + code, s_library.Value.Options, "UserCode.cs");
        return
        [
            .. Create(generated)
                .Compilation.AddSyntaxTrees(tree)
                .GetSemanticModel(tree)
                .GetDiagnostics()
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(Format),
        ];
    }

    /// <summary>Writes an assembly like the build, and returns the errors, such as a name that is too long for metadata.</summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    public static IReadOnlyList<string> Emit(string generated)
    {
        (_, Compilation compilation, _) = Select(generated, isComplete: true);
        return [.. compilation.Emit(Stream.Null).Diagnostics.Where(IsError).Select(Format)];
    }

    /// <summary>Compiles like the build, which leaves out the handwritten code that the generated code does not support.</summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    /// <param name="isComplete">
    /// Whether to bind all of the code, which takes seconds, instead of the files that use generated code or anything that was left out.
    /// </param>
    /// <returns>What was left out, and the errors in the rest.</returns>
    public static (IReadOnlyList<LeftOutCode> LeftOut, IReadOnlyList<string> Errors) Build(string generated, bool isComplete = true)
    {
        HashSet<string> files = [.. HandwrittenFiles];
        (HandwrittenCodeSelector selection, Compilation compilation, ImmutableArray<Diagnostic> diagnostics) = Select(
            generated,
            isComplete
        );
        IEnumerable<Diagnostic> all = isComplete
            ? compilation.GetDiagnostics()
            : compilation
                .SyntaxTrees.Where(tree => !files.Contains(tree.FilePath))
                .SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics())
                .Concat(selection.Errors);

        // For other documents, warnings in handwritten code are not errors. A generator that failed is a warning without a file.
        return (
            selection.LeftOut,
            Errors(
                all.Concat(diagnostics)
                    .Where(one => IsError(one) || one.Location.SourceTree is not { } tree || !files.Contains(tree.FilePath))
            )
        );
    }

    private static (HandwrittenCodeSelector Selection, Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics) Select(
        string generated,
        bool isComplete
    )
    {
        (CSharpCompilation handwritten, GeneratorDriver driver, CSharpParseOptions options) = s_library.Value;
        HandwrittenCodeSelector selection = HandwrittenCodeSelector.Select(
            handwritten
                .RemoveAllSyntaxTrees()
                .AddSyntaxTrees([CSharpSyntaxTree.ParseText(generated, options, GeneratedFile), .. handwritten.SyntaxTrees]),
            HandwrittenFiles,
            isComplete ? null : static tree => GeneratedSymbols.Users.Contains(tree.FilePath)
        );
        driver.RunGeneratorsAndUpdateCompilation(
            selection.Compilation,
            out Compilation compilation,
            out ImmutableArray<Diagnostic> diagnostics
        );
        return (selection, compilation, diagnostics);
    }

    /// <summary>Returns the generated and the handwritten code as one compilation, and the tree of the generated code.</summary>
    /// <param name="generated">The code of <c>Kajabi.g.cs</c>.</param>
    public static (Compilation Compilation, SyntaxTree Tree, ImmutableArray<Diagnostic> Diagnostics) Create(string generated)
    {
        (CSharpCompilation handwritten, GeneratorDriver driver, CSharpParseOptions options) = s_library.Value;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(generated, options, GeneratedFile);
        driver.RunGeneratorsAndUpdateCompilation(
            handwritten.AddSyntaxTrees(tree),
            out Compilation compilation,
            out ImmutableArray<Diagnostic> diagnostics
        );
        return (compilation, tree, diagnostics);
    }

    private static IReadOnlyList<string> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.IsWarningAsError)
                .Select(Format),
        ];

    private static SyntaxTree ReadOurs(CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(s_objects, GeneratedFile)), options, GeneratedFile);

    private static bool IsError(Diagnostic diagnostic) => diagnostic.DefaultSeverity == DiagnosticSeverity.Error;

    private static string Format(Diagnostic diagnostic) => $"{diagnostic}: {Line(diagnostic.Location)}";

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

        // Run once, so that later runs only handle what differs from our document.
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generators, parseOptions: options);
        return (handwritten, driver.RunGenerators(handwritten.AddSyntaxTrees(ReadOurs(options))), options);
    }
}
