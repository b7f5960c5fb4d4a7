using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>The generated types and members that handwritten code uses, found in the compilation of our document.</summary>
internal static class GeneratedSymbols
{
    private static readonly Lazy<IReadOnlyList<(string File, ISymbol Symbol)>> s_uses = new(static () => [.. Find(LibraryCompiler.Ours)]);

    private static readonly Lazy<HashSet<string>> s_users = new(static () => [.. s_uses.Value.Select(static use => use.File)]);

    /// <summary>Gets the handwritten files that use generated code, or contain a part of a generated type.</summary>
    public static IReadOnlySet<string> Users => s_users.Value;

    /// <summary>Gets the attributes that handwritten code reads or assigns, as class and property.</summary>
    public static IEnumerable<(string Type, string Property)> Attributes =>
        s_uses
            .Value.Select(static use => use.Symbol)
            .OfType<IPropertySymbol>()
            .Where(static property => property.ContainingType.BaseType?.Name == "JsonApiObject")
            .Select(static property => (property.ContainingType.Name, property.Name))
            .Distinct()
            .Order();

    private static bool IsGenerated(SyntaxReference reference) => reference.SyntaxTree.FilePath == LibraryCompiler.GeneratedFile;

    private static IEnumerable<(string File, ISymbol Symbol)> Find(CSharpCompilation compilation) =>
        compilation
            .SyntaxTrees.Where(static tree => tree.FilePath != LibraryCompiler.GeneratedFile)
            .AsParallel()
            .SelectMany(tree => Symbols(compilation.GetSemanticModel(tree)).Select(symbol => (tree.FilePath, symbol)))
            .Where(static use => use.symbol.DeclaringSyntaxReferences.Any(IsGenerated));

    private static IEnumerable<ISymbol> Symbols(SemanticModel model) =>
        model
            .SyntaxTree.GetRoot()
            .DescendantNodes()
            .Select(node =>
                node switch
                {
                    SimpleNameSyntax name => model.GetSymbolInfo(name).Symbol,
                    BaseTypeDeclarationSyntax type => model.GetDeclaredSymbol(type),
                    _ => null,
                }
            )
            .OfType<ISymbol>()
            .Where(static symbol => symbol is not INamespaceSymbol)
            .Select(static symbol => symbol.OriginalDefinition);
}
