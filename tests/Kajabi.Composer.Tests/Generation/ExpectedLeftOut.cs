using Kajabi.Composer.Tests.Compose;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kajabi.Composer.Tests.Generation;

/// <summary>Determines from the needs of the handwritten code what a build leaves out, without compiling.</summary>
internal static class ExpectedLeftOut
{
    private static readonly Lazy<Task<IReadOnlyList<HandwrittenUnit>>> s_units = new(FindUnitsAsync);

    /// <summary>Gets the public handwritten types and members that need generated code.</summary>
    public static Task<IReadOnlyList<HandwrittenUnit>> Units => s_units.Value;

    /// <summary>Returns the names of the public types and members that are left out, without the members of such types.</summary>
    /// <param name="generated">The generated code of a document.</param>
    public static async Task<IEnumerable<string>> FindAsync(string generated)
    {
        HashSet<string> declared = Declared(generated);
        return WithoutMembersOfTypes((await Units).Where(unit => !unit.Needs.All(declared.Contains)).Select(static unit => unit.FullName));
    }

    /// <summary>Returns those of the names that are public types and members which need generated code, in the same form.</summary>
    /// <param name="names">The names of all code that was left out.</param>
    public static async Task<IEnumerable<string>> SelectAsync(IEnumerable<string> names)
    {
        HashSet<string> known = [.. (await Units).Select(static unit => unit.FullName)];
        return WithoutMembersOfTypes(names.Where(known.Contains));
    }

    // The members of a type that is left out may be left out before it.
    private static IEnumerable<string> WithoutMembersOfTypes(IEnumerable<string> names)
    {
        HashSet<string> all = [.. names];
        return all.Where(name => !name.Contains('.', StringComparison.Ordinal) || !all.Contains(name.Split('.')[0]))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Returns the names of the generated types and members, those of properties with their type.</summary>
    private static HashSet<string> Declared(string generated)
    {
        HashSet<string> names = [];
        foreach (
            TypeDeclarationSyntax type in CSharpSyntaxTree.ParseText(generated).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        )
        {
            string name = type.Identifier.ValueText;
            names.Add(name);
            foreach (MemberDeclarationSyntax member in type.Members)
            {
                names.UnionWith(
                    member switch
                    {
                        PropertyDeclarationSyntax property =>
                        [
                            $"{name}.{property.Identifier.ValueText}",
                            $"{name}.{property.Identifier.ValueText}: {property.Type}",
                        ],
                        MethodDeclarationSyntax method => [$"{name}.{method.Identifier.ValueText}"],
                        FieldDeclarationSyntax field => field.Declaration.Variables.Select(one => $"{name}.{one.Identifier.ValueText}"),
                        _ => (IEnumerable<string>)[],
                    }
                );
            }
        }

        return names;
    }

    private static async Task<IReadOnlyList<HandwrittenUnit>> FindUnitsAsync()
    {
        using Composition ours = Composition.FromFiles(OurContract.DocumentPath, OurContract.OverlayPath);
        (Compilation compilation, SyntaxTree generated, _) = LibraryCompiler.Create(await GeneratedCode.GenerateAsync(ours.Output!));
        return HandwrittenNeeds.Find(compilation, generated);
    }
}
