using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>
/// The names of types that handwritten or generated code uses without a namespace. A generated type with such a name would hide the type.
/// </summary>
internal static class UsedTypeNames
{
    // The projects whose namespaces are inside the namespace of the generated types.
    private static readonly string[] s_projects =
    [
        "Kajabi.Generated",
        "Kajabi.Generated.AspNetCore",
        "Kajabi.Generated.Sandbox",
        "Kajabi.Cli",
    ];

    /// <param name="generated">The generated code of our document.</param>
    /// <param name="common">The generated code of a document without operations, whose types all documents have.</param>
    public static IReadOnlySet<string> Find(string generated, string common)
    {
        string source = Path.Combine(ReferenceFolder.RepositoryRoot(), "src");
        List<SyntaxNode> handwritten =
        [
            .. s_projects
                .SelectMany(project => Directory.EnumerateFiles(Path.Combine(source, project), "*.cs", SearchOption.AllDirectories))
                .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static folder => folder is "obj" or "bin"))
                .Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()),
        ];
        SyntaxNode code = CSharpSyntaxTree.ParseText(generated).GetRoot();
        HashSet<string> declared = [.. handwritten.SelectMany(Declared)];
        HashSet<string> known = [.. declared, .. References().SelectMany(PublicTypes)];
        HashSet<string> used =
        [
            .. handwritten.Append(code).SelectMany(Used).Where(known.Contains),
            .. handwritten.SelectMany(Namespaces),
            .. declared,
        ];
        used.ExceptWith(Declared(code));
        used.UnionWith(Declared(CSharpSyntaxTree.ParseText(common).GetRoot()));
        return used;
    }

    private static IEnumerable<string> References() =>
        LibraryCompiler.References.Concat(
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(static file => !IsOurs(file))
        );

    private static bool IsOurs(string file) =>
        Path.GetFileName(file).StartsWith("kajabi", StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(file).StartsWith("OpenApi.", StringComparison.Ordinal)
        || Path.GetFileName(file).StartsWith("NSwag", StringComparison.Ordinal)
        || Path.GetFileName(file).StartsWith("NJsonSchema", StringComparison.Ordinal)
        || Path.GetFileName(file).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static List<string> PublicTypes(string file)
    {
        using PEReader assembly = new(File.OpenRead(file));
        if (!assembly.HasMetadata)
        {
            return [];
        }

        MetadataReader reader = assembly.GetMetadataReader();
        return
        [
            .. reader
                .TypeDefinitions.Select(reader.GetTypeDefinition)
                .Where(static type =>
                    (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public
                )
                .Select(type => reader.GetString(type.Name).Split('`')[0]),
        ];
    }

    private static IEnumerable<string> Declared(SyntaxNode code) =>
        code.DescendantNodes()
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(static type => type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
            .Select(static type => type.Identifier.Text);

    // The parts of our namespaces, and the first part of the others.
    private static IEnumerable<string> Namespaces(SyntaxNode code) =>
        code.DescendantNodes()
            .OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(static space => space.Name.ToString().Split('.'))
            .Concat(code.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(static use => use.Name!.ToString().Split('.')[0]));

    private static IEnumerable<string> Used(SyntaxNode code) =>
        code.DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(static name =>
                name.Parent switch
                {
                    MemberAccessExpressionSyntax access => access.Expression == name,
                    QualifiedNameSyntax qualified => qualified.Left == name,
                    InvocationExpressionSyntax or NameColonSyntax or NameEqualsSyntax or AliasQualifiedNameSyntax => false,
                    _ => true,
                }
            )
            .SelectMany(static name =>
                name.Parent is AttributeSyntax
                    ? [name.Identifier.Text, name.Identifier.Text + "Attribute"]
                    : (string[])[name.Identifier.Text]
            );
}
