using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PublicDocs;

/// <summary>Removes the documentation of internal and private members, which the compiler writes with that of the public ones.</summary>
internal static class InternalDocumentation
{
    /// <param name="documentation">The documentation of the compiler, which is changed.</param>
    /// <param name="assembly">The path of the assembly.</param>
    /// <param name="references">The paths of the assemblies that it references.</param>
    public static void Remove(XDocument documentation, string assembly, IEnumerable<string> references)
    {
        // Without the option for all members, a compilation imports the public and protected ones.
        CSharpCompilation compilation = CSharpCompilation.Create(
            "documentation",
            references: references.Prepend(assembly).Select(static path => MetadataReference.CreateFromFile(path))
        );
        documentation.Descendants("member").Where(member => !IsPublic(compilation, (string)member.Attribute("name")!)).Remove();
    }

    private static bool IsPublic(CSharpCompilation compilation, string id)
    {
        ISymbol? member = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation);
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return member is not null;
    }
}
